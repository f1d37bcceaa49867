import { filtered, highPass, lowPass } from '../signal/biquad.ts';
import { resampled, type Kernel } from '../signal/resampler.ts';
import { signalOfPcm } from '../signal/signal.ts';
import type { Steps } from '../steps.ts';

/** Filters begin that much earlier, so that nothing of their beginning is left in the cut. */
const SETTLE_SECONDS = 0.06;

/** A stretch as it is looked for, and a coarse copy of it to look with first. */
export interface SearchCut {
  readonly fine: Float64Array;
  /** Thinned out by the factor, filtered before. */
  readonly coarse: Float64Array;
}

/** What is cut from. */
export interface SearchedSound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** From its rate to the one that is searched at; worked out for each cut where it is left out. */
  readonly kernel?: Kernel | undefined;
}

/**
 * Cuts out `length` samples at `sampleRate` from `from` on, which counts in the sound’s own samples.
 *
 * Without rumble and DC, which are alike everywhere. The stretch may reach over either end; there it is silent.
 */
export function* cutForSearch(
  sound: SearchedSound,
  from: number,
  length: number,
  sampleRate: number,
  factor: number,
): Steps<SearchCut> {
  const settle = Math.ceil(SETTLE_SECONDS * sampleRate);
  const step = sound.sampleRate / sampleRate;
  const raw =
    step === 1
      ? cut(sound.samples, from - settle, settle + length)
      : yield* cutResampled(sound, from - settle * step, settle + length, sampleRate);
  yield;
  const all = filtered(raw, [highPass(80, Math.SQRT1_2, sampleRate)]);
  const fine = all.slice(settle);
  if (factor === 1) return { fine, coarse: fine };
  yield;
  const edge = (0.4 * sampleRate) / factor;
  const smooth = filtered(all, [lowPass(edge, 0.5412, sampleRate), lowPass(edge, 1.3066, sampleRate)]);
  const coarse = Float64Array.from(
    { length: Math.floor(length / factor) },
    (_, at) => smooth[settle + at * factor] ?? 0,
  );
  return { fine, coarse };
}

/** Samples at another rate between two looks at whether somebody else waits: each takes a hundred of the others. */
const RESAMPLED_PER_STEP = 3000;

/** From a place between samples on, at another rate. */
function* cutResampled(
  { samples, sampleRate, kernel }: SearchedSound,
  from: number,
  length: number,
  toRate: number,
): Steps<Float64Array> {
  const step = sampleRate / toRate;
  // The kernel reaches over some hundred samples to each side.
  const margin = 256;
  const first = Math.floor(from) - margin;
  const piece = new Float32Array(cut(samples, first, Math.ceil(length * step) + 2 * margin + 2));
  const { at } = resampled(piece, sampleRate, toRate, from - first, kernel);
  const brought = new Float64Array(length);
  for (let index = 0; index < length; index += 1) {
    if (index % RESAMPLED_PER_STEP === RESAMPLED_PER_STEP - 1) yield;
    brought[index] = Math.fround(at(index));
  }
  return brought;
}

function cut(samples: Int16Array, from: number, length: number): Float64Array {
  const stretch = new Float64Array(length);
  const inside = samples.subarray(Math.max(0, from), Math.max(0, from + length));
  if (inside.length > 0) stretch.set(signalOfPcm(inside), Math.max(0, -from));
  return stretch;
}
