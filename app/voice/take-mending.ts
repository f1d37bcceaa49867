import { defaultAccounts } from '../simulator/default-accounts.ts';
import type { TakeRecord } from './figures/take-record.ts';
import { replaying } from './replay.ts';
import type { Steps } from './steps.ts';
import { readBegun, type TakeAbout, type TakeBegun } from './take-about.ts';
import type { KeptTake } from './take-files.ts';
import { timeOfTakeId } from './take-id.ts';
import type { TakeReader } from './take-reader.ts';
import { createTakeTally, type TakeTally } from './take-tally.ts';
import { describeTake } from './take-verdict.ts';

/** What is known of a take, and what it is measured from. */
export interface MeasurableTake {
  readonly about: TakeAbout;
  readonly record: TakeRecord;
}

/**
 * What can be said of a take that has no card: by its sound at once, by its packets with the steps.
 *
 * Undefined where its sound cannot be read, where it has a card that this bench does not know how to read, or where
 * nothing tells when it began.
 */
export function describeFromFiles(
  { id, about: card, begun: stored, wasThrough }: KeptTake,
  reader: TakeReader,
): { readonly about: TakeAbout; readonly steps: Steps<MeasurableTake> } | undefined {
  const sound = reader.samples(id);
  if (!sound.ok) return undefined;
  const { samples, sampleRate } = sound.value;
  const noted = readBegun(stored);
  const begunBy = (tally: TakeTally): TakeBegun | undefined =>
    noted ?? (card === undefined ? begunOf(id, sampleRate, tally) : undefined);

  const describe = (begun: TakeBegun, tally: TakeTally): MeasurableTake => {
    const { frames, packets } = tally;
    const times = { keyDownAt: begun.keyDownAt, firstPacketAt: packets[0]?.arrivedAt };
    const ending = wasThrough || noted === undefined ? 'card-lost' : 'crashed';
    const duplicatePackets = tally.duplicatePackets();
    return {
      about: describeTake({ begun, sampleCount: samples.length, tally, times, ending }),
      record: { samples, sampleRate: begun.sampleRate, frames, packets, times, duplicatePackets },
    };
  };

  const nothing = createTakeTally();
  const begun = begunBy(nothing);
  if (begun === undefined) return undefined;
  function* steps(known: TakeBegun): Steps<MeasurableTake> {
    yield;
    const packets = reader.packets(id);
    const tally = yield* replaying(packets.ok ? packets.value : []);
    return describe(begunBy(tally) ?? known, tally);
  }
  return { about: describe(begun, nothing).about, steps: steps(begun) };
}

/** What the files tell of its beginning. Whether it was simulated only its talker tells. */
function begunOf(id: string, sampleRate: number, tally: TakeTally): TakeBegun | undefined {
  const recordedAt = timeOfTakeId(id);
  const talker = tally.statistics().talkers[0]?.talker;
  const isSimulated = defaultAccounts.some(({ steamId }) => steamId === talker);
  return recordedAt === undefined
    ? undefined
    : { name: 'Recovered take', recordedAt, sampleRate, source: 'recorded', isSimulated };
}
