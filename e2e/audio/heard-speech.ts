import { resample } from '../../app/voice/signal/resampler.ts';
import { filtered, highPass } from '../../app/voice/signal/biquad.ts';
import { correlate } from '../../app/voice/signal/correlation.ts';
import { rmsDbfs } from '../../app/voice/signal/decibel.ts';
import { createFourier, nextPowerOfTwo } from '../../app/voice/signal/fourier.ts';
import { signalOfPcm } from '../../app/voice/signal/signal.ts';
import type { Sound } from './speech.ts';

/** What became of half a second of speech. */
export interface HeardWindow {
  /** Where it begins in what was spoken. */
  readonly atSeconds: number;
  /** 1: the same but for loudness; speech through the whole codec reaches about 0.95; 0 over silence. */
  readonly likeness: number;
  /** By how much it is later than where the whole is most alike. */
  readonly driftMs: number;
}

const WINDOW_SECONDS = 0.5;

/** Windows that are this far below the loudest, or further, are pauses. */
const SPEECH_WITHIN_DB = 20;

/** Hz; at this rate what is half a sample beside costs under 0.01 of likeness, as speech is strongest below 2 kHz. */
const COMPARED_RATE = 48_000;

/**
 * Looks for each window of speech in what was heard: near the place where the whole fits best, at most `reachMs` off.
 *
 * Rumble and DC are alike everywhere, so both are compared without them.
 */
export function findSpeech(spoken: Sound, heard: Sound, reachMs: number): readonly HeardWindow[] {
  const [mouth, ear] = [prepare(spoken), prepare(heard)];
  const { lag } = correlate(mouth, ear);
  const length = WINDOW_SECONDS * COMPARED_RATE;
  const reach = Math.ceil((reachMs * COMPARED_RATE) / 1000);
  const fourier = createFourier(nextPowerOfTwo(length + 2 * reach));
  const starts = Array.from({ length: Math.floor(mouth.length / length) }, (_, index) => index * length);
  const levels = starts.map((from) => rmsDbfs(mouth, from, from + length));
  const loudest = Math.max(...levels);
  return starts
    .filter((_, index) => (levels[index] ?? -Infinity) > loudest - SPEECH_WITHIN_DB)
    .map((from) => {
      const earliest = Math.max(0, from + lag - reach);
      const stretch = ear.subarray(earliest, from + lag + length + reach);
      const found = correlate(mouth.subarray(from, from + length), stretch, fourier);
      return {
        atSeconds: from / COMPARED_RATE,
        likeness: found.peak,
        driftMs: (1000 * (earliest + found.lag - from - lag)) / COMPARED_RATE,
      };
    });
}

/** Speech through the whole codec reaches about 0.95; a quarter of the window missing costs more than what is left. */
export const ALIKE = 0.9;

/** How many windows are so alike that they were heard whole. */
export function heardOf(windows: readonly HeardWindow[]): number {
  return windows.filter(({ likeness }) => likeness >= ALIKE).length;
}

/** For the report of a test: lowest and median. */
export function likenessText(windows: readonly HeardWindow[]): string {
  const sorted = windows.map(({ likeness }) => likeness).sort((one, other) => one - other);
  const [lowest = 0, middle = 0] = [sorted[0], sorted[sorted.length >> 1]];
  return `likeness ${lowest.toFixed(3)} at least, ${middle.toFixed(3)} in the middle of ${sorted.length}`;
}

function prepare({ samples, sampleRate }: Sound): Float64Array {
  const signal = resample(signalOfPcm(samples), sampleRate, COMPARED_RATE);
  return filtered(signal, [highPass(80, Math.SQRT1_2, COMPARED_RATE)]);
}
