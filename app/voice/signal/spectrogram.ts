import { createSpectrumReader } from './spectrum.ts';
import type { Signal } from './signal.ts';

export interface Spectrogram {
  /** One spectrum per column, in time order; levels as a spectrum reader gives them. */
  readonly columns: readonly Float32Array[];
  /** The middle of each column, in seconds from the signal’s beginning. */
  readonly times: readonly number[];
  /** Frequency of each bin in Hz. */
  readonly frequencies: Float64Array;
}

export interface SpectrogramView {
  /** Samples per spectrum, a power of two: 512 at 24 kHz is 21 ms and bins of 47 Hz. */
  readonly size: number;
  /** How many columns, spread evenly from `from` to `to`. */
  readonly columns: number;
  /** In samples; the whole signal where they are left out. */
  readonly from?: number;
  readonly to?: number;
}

/** Spectra in columns, each in the middle of its stretch. */
export function spectrogramOf(
  signal: Signal,
  sampleRate: number,
  { size, columns: count, from = 0, to = signal.length }: SpectrogramView,
): Spectrogram {
  const reader = createSpectrumReader(size, sampleRate);
  const columns: Float32Array[] = [];
  const times: number[] = [];
  for (let column = 0; column < count; column += 1) {
    const middle = from + ((to - from) * (column + 0.5)) / count;
    columns.push(reader.read(signal, Math.round(middle - size / 2)));
    times.push(middle / sampleRate);
  }
  return { columns, times, frequencies: reader.frequencies };
}
