import { decibelOfAmplitude } from './decibel.ts';
import { createFourier } from './fourier.ts';
import type { Signal } from './signal.ts';

/** Reads the spectrum of a stretch of samples, Hann windowed. */
export interface SpectrumReader {
  readonly size: number;
  /** Frequency of each bin in Hz: 0 to half the sample rate, `size / 2 + 1` bins. */
  readonly frequencies: Float64Array<ArrayBuffer>;
  /**
   * Levels of the `size` samples that begin at `from`; what lies outside of the signal counts as silence.
   *
   * In dB against a full-scale sine: such a sine in the middle of a bin reads 0 dB, not −3.01.
   */
  read(signal: Signal, from: number): Float32Array<ArrayBuffer>;
}

/** `size` is a power of two. */
export function createSpectrumReader(size: number, sampleRate: number): SpectrumReader {
  const fourier = createFourier(size);
  const hann = Float64Array.from(
    { length: size },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size),
  );
  const binCount = size / 2 + 1;
  const input = new Float64Array(2 * size);

  return {
    size,
    frequencies: Float64Array.from({ length: binCount }, (_, bin) => (bin * sampleRate) / size),
    read(signal, from) {
      for (let at = 0; at < size; at += 1) input[2 * at] = (signal[from + at] ?? 0) * (hann[at] ?? 0);
      const output = fourier.forward(input);
      const levels = new Float32Array(binCount);
      for (let bin = 0; bin < binCount; bin += 1) {
        // The window's mean is 1/2. A sine's amplitude lies half here, half in the mirrored bin; 0 Hz and the top have none.
        const isMirrored = bin > 0 && bin < size / 2;
        const scale = (isMirrored ? 4 : 2) / size;
        const magnitude = Math.hypot(output[2 * bin] ?? 0, output[2 * bin + 1] ?? 0);
        levels[bin] = decibelOfAmplitude(magnitude * scale);
      }
      return levels;
    },
  };
}
