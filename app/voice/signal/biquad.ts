import type { Signal } from './signal.ts';

/** A second-order filter, with the first coefficient of the denominator divided out. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Low pass after Bristow-Johnson’s cookbook; Q of 0.7071 is Butterworth’s. */
export function lowPass(frequency: number, q: number, sampleRate: number): Biquad {
  const { cos, alpha, scale } = cookbook(frequency, q, sampleRate);
  const b = ((1 - cos) / 2) * scale;
  return { b0: b, b1: 2 * b, b2: b, a1: -2 * cos * scale, a2: (1 - alpha) * scale };
}

/** High pass after the same. */
export function highPass(frequency: number, q: number, sampleRate: number): Biquad {
  const { cos, alpha, scale } = cookbook(frequency, q, sampleRate);
  const b = ((1 + cos) / 2) * scale;
  return { b0: b, b1: -2 * b, b2: b, a1: -2 * cos * scale, a2: (1 - alpha) * scale };
}

function cookbook(frequency: number, q: number, sampleRate: number) {
  if (!(frequency > 0 && frequency < sampleRate / 2)) {
    throw new RangeError(`${frequency} Hz does not lie between 0 and half of ${sampleRate} Hz.`);
  }
  const omega = (2 * Math.PI * frequency) / sampleRate;
  const alpha = Math.sin(omega) / (2 * q);
  return { cos: Math.cos(omega), alpha, scale: 1 / (1 + alpha) };
}

/** Filters in series, for a signal that comes in pieces: answers each piece filtered. The input stays as it is. */
export function createFilter(stages: readonly Biquad[]): (signal: Signal) => Float64Array<ArrayBuffer> {
  /** Two numbers for each stage: what it still knows of the samples before. */
  const states = new Float64Array(2 * stages.length);
  return (signal) => {
    const output = new Float64Array(signal);
    for (const [stage, { b0, b1, b2, a1, a2 }] of stages.entries()) {
      let first = states[2 * stage] ?? 0;
      let second = states[2 * stage + 1] ?? 0;
      for (let at = 0; at < output.length; at += 1) {
        const input = output[at] ?? 0;
        const value = b0 * input + first;
        first = b1 * input - a1 * value + second;
        second = b2 * input - a2 * value;
        output[at] = value;
      }
      states[2 * stage] = first;
      states[2 * stage + 1] = second;
    }
    return output;
  };
}

/** The signal through filters in series, starting at rest. The input stays as it is. */
export function filtered(signal: Signal, stages: readonly Biquad[]): Float64Array<ArrayBuffer> {
  return createFilter(stages)(signal);
}

/** How much the filters change a sine of that frequency, in dB. */
export function gainDb(stages: readonly Biquad[], frequency: number, sampleRate: number): number {
  const omega = (2 * Math.PI * frequency) / sampleRate;
  const power = (c0: number, c1: number, c2: number): number =>
    (c0 + c1 * Math.cos(omega) + c2 * Math.cos(2 * omega)) ** 2 +
    (c1 * Math.sin(omega) + c2 * Math.sin(2 * omega)) ** 2;
  return stages.reduce(
    (sum, { b0, b1, b2, a1, a2 }) => sum + 10 * Math.log10(power(b0, b1, b2) / power(1, a1, a2)),
    0,
  );
}
