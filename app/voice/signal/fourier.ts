import FFT from 'fft.js';

/** Fourier transform of one size. Complex numbers lie as real, imaginary, real, imaginary … */
export interface Fourier {
  readonly size: number;
  /** `size` complex numbers to `size` complex numbers. */
  forward(input: Float64Array): Float64Array<ArrayBuffer>;
  /** The way back, divided by `size`. */
  backward(input: Float64Array): Float64Array<ArrayBuffer>;
}

/** `size` is a power of two from 2 up. The answers are fresh arrays. */
export function createFourier(size: number): Fourier {
  const transform = new FFT(size);
  return {
    size,
    forward(input) {
      const output = new Float64Array(2 * size);
      transform.transform(output, input);
      return output;
    },
    backward(input) {
      const output = new Float64Array(2 * size);
      transform.inverseTransform(output, input);
      return output;
    },
  };
}

/** The smallest power of two that is not below `length`, at least 2. */
export function nextPowerOfTwo(length: number): number {
  let size = 2;
  while (size < length) size *= 2;
  return size;
}
