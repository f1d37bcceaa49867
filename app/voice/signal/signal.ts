import { inOneGo, type Steps } from '../steps.ts';

/** Mono samples whose full scale is ±1. */
export type Signal = Float32Array | Float64Array;

/** What one step of full scale is in 16 bits: −32768 is −1; the highest value, 32767, is 0.0003 dB below +1. */
export const FULL_SCALE_16 = 32_768;

/** 16-bit samples as a signal. Every 16-bit value is exact in 32-bit floats. */
export function signalOfPcm(samples: Int16Array): Float32Array<ArrayBuffer> {
  const signal = new Float32Array(samples.length);
  for (let at = 0; at < samples.length; at += 1) signal[at] = (samples[at] ?? 0) / FULL_SCALE_16;
  return signal;
}

/** A signal as 16-bit samples: rounded, held at full scale, and 0 for what is no number. */
export function pcmOfSignal(signal: Signal): Int16Array<ArrayBuffer> {
  const samples = new Int16Array(signal.length);
  for (let at = 0; at < signal.length; at += 1) {
    const value = Math.round((signal[at] ?? 0) * FULL_SCALE_16);
    samples[at] = Math.max(-FULL_SCALE_16, Math.min(FULL_SCALE_16 - 1, value));
  }
  return samples;
}

/** One after another. */
export function joinSamples(pieces: readonly Int16Array[]): Int16Array {
  return inOneGo(joining(pieces));
}

/** Pieces between two looks at whether somebody else waits: some megabytes of a take’s packets. */
const PIECES_PER_STEP = 300;

/** The same in steps. */
export function* joining(pieces: readonly Int16Array[]): Steps<Int16Array> {
  const joined = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index % PIECES_PER_STEP === PIECES_PER_STEP - 1) yield;
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
