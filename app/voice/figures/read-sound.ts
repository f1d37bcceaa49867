import { FRAME_MS, framesOf, type Stretch } from '../signal/frames.ts';
import { signalOfPcm } from '../signal/signal.ts';
import type { Steps } from '../steps.ts';
import { createClippingMeter, type Clipping } from './clipping.ts';
import { createLevelMeter, frameLevels, type FrameLevels, type LevelMeter } from './levels.ts';
import { createLoudnessMeter } from './loudness.ts';
import { createZeroRunFinder } from './zero-runs.ts';

/** What one way through the samples tells. */
export interface SoundReading {
  /** Of each 20 ms. */
  readonly levels: FrameLevels;
  readonly whole: ReturnType<LevelMeter['read']>;
  readonly loudnessLufs: number | undefined;
  readonly clipping: Clipping;
  /** As long as a hole, in speech or not. */
  readonly zeroRuns: readonly Stretch[];
}

/** So many are half a second at 48 kHz, and a millisecond or less of work. */
const SAMPLES_PER_STEP = 24_000;

/** Reads the sound once, piece by piece: of a long take no copy is made. */
export function* readSound(samples: Int16Array, sampleRate: number): Steps<SoundReading> {
  const frames = framesOf(samples.length, sampleRate);
  const levels: FrameLevels = {
    rmsDbfs: new Float64Array(frames.length),
    peakDbfs: new Float64Array(frames.length),
  };
  const whole = createLevelMeter();
  const loudness = createLoudnessMeter(sampleRate);
  const clipping = createClippingMeter();
  const zeroRuns = createZeroRunFinder(sampleRate);
  const framesPerStep = Math.max(1, Math.floor((1000 * SAMPLES_PER_STEP) / (sampleRate * FRAME_MS)));
  for (let first = 0; first < frames.length; first += framesPerStep) {
    yield;
    const { from, within } = together(frames.slice(first, first + framesPerStep));
    const piece = samples.subarray(from, from + (within.at(-1)?.to ?? 0));
    const signal = signalOfPcm(piece);
    const { rmsDbfs, peakDbfs } = frameLevels(signal, within);
    levels.rmsDbfs.set(rmsDbfs, first);
    levels.peakDbfs.set(peakDbfs, first);
    whole.push(signal);
    loudness.push(signal);
    clipping.push(piece);
    zeroRuns.push(piece);
  }
  return {
    levels,
    whole: whole.read(),
    loudnessLufs: loudness.integrated(),
    clipping: clipping.finish(),
    zeroRuns: zeroRuns.finish(),
  };
}

/** Where frames in a row begin, and each of them counted from there. */
function together(frames: readonly Stretch[]): {
  readonly from: number;
  readonly within: readonly Stretch[];
} {
  const start = frames[0]?.from ?? 0;
  return { from: start, within: frames.map(({ from, to }) => ({ from: from - start, to: to - start })) };
}
