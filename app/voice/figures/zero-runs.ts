import { rmsDbfs } from '../signal/decibel.ts';
import type { Stretch } from '../signal/frames.ts';
import { signalOfPcm } from '../signal/signal.ts';
import { inOneGo, type Steps } from '../steps.ts';

/** Shorter runs of zeros happen in any quiet signal. */
const SHORTEST_MS = 2;
/** A longer one is a pause, or a spurt’s end. */
const LONGEST_MS = 500;
/** How much is listened to on either side. */
const BESIDE_MS = 5;

/** Looks for runs of exact zeros that are as long as a hole, in sound that comes in pieces. */
export interface ZeroRunFinder {
  push(samples: Int16Array): void;
  /** Of everything that came; nothing may come after it. */
  finish(): readonly Stretch[];
}

export function createZeroRunFinder(sampleRate: number): ZeroRunFinder {
  const perMs = sampleRate / 1000;
  const [shorter, longest] = [SHORTEST_MS * perMs, LONGEST_MS * perMs];
  const runs: Stretch[] = [];
  let count = 0;
  /** Zeros at the end of what came. */
  let zeros = 0;
  const endRun = (to: number, length: number): void => {
    if (length > shorter && length <= longest) runs.push({ from: to - length, to });
  };
  return {
    push(samples) {
      // Held in a local: numbers of a closure are far slower to write.
      let length = zeros;
      for (let at = 0; at < samples.length; at += 1) {
        if (samples[at] === 0) {
          length += 1;
          continue;
        }
        if (length > shorter) endRun(count + at, length);
        length = 0;
      }
      zeros = length;
      count += samples.length;
    },
    finish() {
      endRun(count, zeros);
      return runs;
    },
  };
}

/** Runs between two looks at whether somebody else waits. */
const RUNS_PER_STEP = 500;

/**
 * Holes in speech: of the runs of exact zeros those that are cut out of sound as loud as speech on both sides.
 *
 * A talker’s own pause fades out into room noise or into the codec’s; a hole begins and ends at once. Concealed loss
 * is no hole: see the sequence gaps for that. The sound has to have come through the codec: synthetic speech that has
 * not holds exact zeros before each of its stops.
 */
export function* zeroRunsInSpeech(
  runs: readonly Stretch[],
  samples: Int16Array,
  sampleRate: number,
  speechDbfs: number,
): Steps<Stretch[]> {
  const beside = Math.max(1, Math.round(BESIDE_MS * (sampleRate / 1000)));
  const isLoud = (from: number, to: number): boolean =>
    from >= 0 && to <= samples.length && rmsDbfs(signalOfPcm(samples.subarray(from, to))) >= speechDbfs;
  const holes: Stretch[] = [];
  for (const [index, { from, to }] of runs.entries()) {
    if (index % RUNS_PER_STEP === RUNS_PER_STEP - 1) yield;
    if (isLoud(from - beside, from) && isLoud(to, to + beside)) holes.push({ from, to });
  }
  return holes;
}

/** Runs of zeros, over 2 ms and up to half a second, in speech. */
export function findZeroRuns(samples: Int16Array, sampleRate: number, speechDbfs: number): Stretch[] {
  const finder = createZeroRunFinder(sampleRate);
  finder.push(samples);
  return inOneGo(zeroRunsInSpeech(finder.finish(), samples, sampleRate, speechDbfs));
}
