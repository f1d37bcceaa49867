import { createFourier, nextPowerOfTwo, type Fourier } from './fourier.ts';
import type { Signal } from './signal.ts';

/** How alike a piece and each stretch of a longer signal are. */
export interface Correlation {
  /** From −1 to 1 for each place that the piece can lie at, from the longer signal’s beginning; 0 over silence. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Where it is most alike. */
  readonly lag: number;
  /** How alike it is there. */
  readonly peak: number;
}

/** Below this mean square, −100 dBFS, a stretch is silence: nothing can be like it. */
const SILENT_POWER = 1e-10;

/**
 * Lays a piece over a longer signal at every lag from 0 to the difference of their lengths.
 *
 * Each value is divided by the energy of both stretches: 1 means the same but for loudness, and noise of the same
 * power pulls it down to 0.71. Neither signal may have a DC offset: it would make everything alike.
 */
export function correlate(
  piece: Signal,
  longer: Signal,
  fourier: Fourier = createFourier(nextPowerOfTwo(longer.length)),
): Correlation {
  const lagCount = Math.max(0, longer.length - piece.length + 1);
  const values = new Float64Array(lagCount);
  const products = slidingProducts(piece, longer, fourier);
  const pieceEnergy = energy(piece, 0, piece.length);
  const silence = SILENT_POWER * piece.length;
  let longerEnergy = energy(longer, 0, piece.length);
  let lag = 0;
  let peak = 0;
  for (let at = 0; at < lagCount; at += 1) {
    if (pieceEnergy > silence && longerEnergy > silence) {
      const value = (products[2 * at] ?? 0) / Math.sqrt(pieceEnergy * longerEnergy);
      values[at] = Math.max(-1, Math.min(1, value));
      if (value > peak) [lag, peak] = [at, Math.min(1, value)];
    }
    longerEnergy += (longer[at + piece.length] ?? 0) ** 2 - (longer[at] ?? 0) ** 2;
  }
  return { values, lag, peak };
}

/** How alike two stretches of the same length are, the plain way. */
export function likeness(
  one: Signal,
  oneFrom: number,
  other: Signal,
  otherFrom: number,
  length: number,
): number {
  let product = 0;
  let oneEnergy = 0;
  let otherEnergy = 0;
  for (let at = 0; at < length; at += 1) {
    const a = one[oneFrom + at] ?? 0;
    const b = other[otherFrom + at] ?? 0;
    product += a * b;
    oneEnergy += a * a;
    otherEnergy += b * b;
  }
  const silence = SILENT_POWER * length;
  if (oneEnergy <= silence || otherEnergy <= silence) return 0;
  return Math.max(-1, Math.min(1, product / Math.sqrt(oneEnergy * otherEnergy)));
}

function energy(signal: Signal, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (signal[at] ?? 0) ** 2;
  return sum;
}

/**
 * Σ piece[n]·longer[n + lag] in the real parts.
 *
 * Both real signals go through one complex transform, the piece as real and the longer one as imaginary part; their
 * spectra are then the even and the odd half of what comes out.
 */
function slidingProducts(piece: Signal, longer: Signal, fourier: Fourier): Float64Array {
  const { size } = fourier;
  if (size < longer.length)
    throw new RangeError(`A transform of ${size} is too small for ${longer.length} samples.`);
  const packed = new Float64Array(2 * size);
  for (let at = 0; at < piece.length; at += 1) packed[2 * at] = piece[at] ?? 0;
  for (let at = 0; at < longer.length; at += 1) packed[2 * at + 1] = longer[at] ?? 0;
  const spectrum = fourier.forward(packed);
  const product = new Float64Array(2 * size);
  for (let bin = 0; bin < size; bin += 1) {
    const mirror = (size - bin) % size;
    const re = spectrum[2 * bin] ?? 0;
    const im = spectrum[2 * bin + 1] ?? 0;
    const mirrorRe = spectrum[2 * mirror] ?? 0;
    const mirrorIm = spectrum[2 * mirror + 1] ?? 0;
    const pieceRe = (re + mirrorRe) / 2;
    const pieceIm = (im - mirrorIm) / 2;
    const longerRe = (im + mirrorIm) / 2;
    const longerIm = (mirrorRe - re) / 2;
    product[2 * bin] = pieceRe * longerRe + pieceIm * longerIm;
    product[2 * bin + 1] = pieceRe * longerIm - pieceIm * longerRe;
  }
  return fourier.backward(product);
}
