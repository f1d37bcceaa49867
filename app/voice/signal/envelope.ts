import { framesOf } from './frames.ts';
import type { Signal } from './signal.ts';

/** What a waveform draws: the lowest and highest sample and the RMS of each stretch, full scale ±1. */
export interface Envelope {
  readonly min: Float32Array<ArrayBuffer>;
  readonly max: Float32Array<ArrayBuffer>;
  readonly rms: Float32Array<ArrayBuffer>;
}

/** One entry per frame of 20 ms. */
export function frameEnvelope(signal: Signal, sampleRate: number, frameMs?: number): Envelope {
  const frames = framesOf(signal.length, sampleRate, frameMs);
  const envelope = emptyEnvelope(frames.length);
  frames.forEach(({ from, to }, index) => reduce(signal, from, to, envelope, index));
  return envelope;
}

/**
 * One entry per pixel column of a view from sample `from` to sample `to`.
 *
 * `from` and `to` may have fractions and may lie outside of the signal: columns over nothing are 0. Where a column is
 * narrower than a sample it shows the sample that it lies on.
 */
export function columnEnvelope(signal: Signal, from: number, to: number, columns: number): Envelope {
  const envelope = emptyEnvelope(columns);
  for (let column = 0; column < columns; column += 1) {
    const first = Math.floor(from + ((to - from) * column) / columns);
    const end = Math.max(first + 1, Math.floor(from + ((to - from) * (column + 1)) / columns));
    reduce(signal, Math.max(0, first), Math.min(signal.length, end), envelope, column);
  }
  return envelope;
}

function emptyEnvelope(length: number): Envelope {
  return { min: new Float32Array(length), max: new Float32Array(length), rms: new Float32Array(length) };
}

function reduce(signal: Signal, from: number, to: number, into: Envelope, index: number): void {
  if (!(from < to)) return;
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const value = signal[at] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value * value;
  }
  into.min[index] = min;
  into.max[index] = max;
  into.rms[index] = Math.sqrt(sum / (to - from));
}
