import type { TakeReference } from './figures/take-record.ts';
import { placeInSpoken, type SpokenSound } from './spoken-sound.ts';

/** The sound of one packet: where it stands in the take, and when the bench got it. */
export interface SoundArrival {
  readonly fromSample: number;
  readonly sampleCount: number;
  readonly at: number;
  readonly beginsSpurt: boolean;
}

/**
 * What a take is held against to learn how long its sound was under way.
 *
 * The samples of a packet come all at once, after the first of them waited for the last one. So each packet has a lead
 * of its own, with its middle at its arrival: over a packet the delay is then the mean of what its samples waited.
 */
export function referenceOf(
  spoken: SpokenSound,
  arrivals: readonly SoundArrival[],
  sampleRate: number,
): TakeReference {
  const { samples, sampleRate: spokenRate } = spoken;
  const leads = arrivals.flatMap(({ fromSample, sampleCount, at, beginsSpurt }) => {
    const place = placeInSpoken(spoken, at);
    const halfMs = (500 * sampleCount) / sampleRate;
    return place === undefined ? [] : [{ fromSample, leadMs: place - halfMs, beginsSpurt }];
  });
  return { samples, sampleRate: spokenRate, leads };
}
