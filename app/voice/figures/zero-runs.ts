import { rmsDbfs } from '../signal/decibel.ts';
import type { Stretch } from '../signal/frames.ts';
import { signalOfPcm } from '../signal/signal.ts';

/** Shorter runs of zeros happen in any quiet signal. */
const SHORTEST_MS = 2;
/** A longer one is a pause, or a spurt’s end. */
const LONGEST_MS = 500;
/** How much is listened to on either side. */
const BESIDE_MS = 5;

/**
 * Holes in speech: runs of exact zeros, over 2 ms, that are cut out of sound as loud as speech on both sides.
 *
 * A talker’s own pause fades out into room noise or into the codec’s; a hole begins and ends at once. Concealed loss
 * is no hole: see the sequence gaps for that. The sound has to have come through the codec: synthetic speech that has
 * not holds exact zeros before each of its stops.
 */
export function findZeroRuns(samples: Int16Array, sampleRate: number, speechDbfs: number): Stretch[] {
  const perMs = sampleRate / 1000;
  const beside = Math.max(1, Math.round(BESIDE_MS * perMs));
  const isLoud = (from: number, to: number): boolean =>
    from >= 0 && to <= samples.length && rmsDbfs(signalOfPcm(samples.subarray(from, to))) >= speechDbfs;

  return runsOfZeros(samples, SHORTEST_MS * perMs).filter(
    ({ from, to }) =>
      to - from <= LONGEST_MS * perMs && isLoud(from - beside, from) && isLoud(to, to + beside),
  );
}

function runsOfZeros(samples: Int16Array, longerThan: number): Stretch[] {
  const runs: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= samples.length; at += 1) {
    if (samples[at] === 0) continue;
    if (at - from > longerThan) runs.push({ from, to: at });
    from = at + 1;
  }
  return runs;
}
