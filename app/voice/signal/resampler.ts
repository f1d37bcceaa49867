/** Zero crossings of the kernel to each side: the more, the steeper. */
const ZERO_CROSSINGS = 32;
/** Of the lower of both Nyquist frequencies: up to 84 % passes unchanged, at 100 % nothing does. */
const CUTOFF = 0.92;
/** Kaiser window for 80 dB. */
const BETA = 8;
/** Steps between two samples for which the kernel is worked out; in between it is interpolated. */
const STEPS = 256;

/** Changes the rate of a stream, block by block. */
export interface Resampler {
  /** By how much its output is late, in samples of the input. */
  readonly delaySamples: number;
  /** The samples that have become due; over the whole stream exactly as many as the rates say. */
  push(samples: Float32Array): Float32Array;
}

/** A windowed-sinc resampler with the cutoff of the lower rate. */
export function createResampler(fromRate: number, toRate: number): Resampler {
  if (fromRate === toRate) return { delaySamples: 0, push: (samples) => samples.slice() };
  const kernel = kernelFor(fromRate, toRate);
  const { reach } = kernel;
  let history = new Float32Array(2 * reach);
  let taken = 0;
  let given = 0;

  return {
    delaySamples: reach,
    push(samples) {
      const heard = new Float32Array(history.length + samples.length);
      heard.set(history);
      heard.set(samples, history.length);
      const end = Math.ceil(((taken + samples.length) * toRate) / fromRate);
      const output = new Float32Array(end - given);
      for (let index = 0; index < output.length; index += 1) {
        const position = ((given + index) * fromRate) / toRate - taken;
        output[index] = kernel.at(heard, position + reach);
      }
      given = end;
      taken += samples.length;
      history = heard.slice(-2 * reach);
      return output;
    },
  };
}

/** Samples at another rate, each worked out when it is asked for: of a long file nobody waits for the whole. */
export interface ResampledSound {
  readonly length: number;
  /** The sample of that index, without delay; silence outside. */
  readonly at: (index: number) => number;
}

/** `from` is where the first one lies: a place between samples. Many stretches may share one `kernelFor` their rates. */
export function resampled(
  samples: Float32Array,
  fromRate: number,
  toRate: number,
  from = 0,
  kernel = kernelFor(fromRate, toRate),
): ResampledSound {
  const length = Math.max(0, Math.ceil(((samples.length - from) * toRate) / fromRate));
  if (fromRate === toRate && from === 0) return { length, at: (index) => samples[index] ?? 0 };
  return { length, at: (index) => kernel.at(samples, from + (index * fromRate) / toRate) };
}

/** All of them at once. */
export function resample(samples: Float32Array, fromRate: number, toRate: number, from = 0): Float32Array {
  const { length, at } = resampled(samples, fromRate, toRate, from);
  return Float32Array.from({ length }, (_, index) => at(index));
}

/** What a sample at another rate is weighed together with. */
export interface Kernel {
  /** So many samples to each side. */
  readonly reach: number;
  /** The signal at a place between samples; outside them it is silent. */
  at(samples: Float32Array, position: number): number;
}

/** Takes some milliseconds to work out. */
export function kernelFor(fromRate: number, toRate: number): Kernel {
  const cutoff = CUTOFF * Math.min(1, toRate / fromRate);
  const reach = Math.ceil(ZERO_CROSSINGS / cutoff);
  const table = new Float64Array(reach * STEPS + 2);
  for (let index = 0; index < table.length; index += 1) {
    const distance = index / STEPS;
    table[index] = distance >= reach ? 0 : cutoff * sinc(distance * cutoff) * kaiser(distance / reach);
  }
  return {
    reach,
    at(samples, position) {
      const first = Math.floor(position) - reach + 1;
      const end = Math.min(samples.length, first + 2 * reach);
      let sum = 0;
      for (let index = Math.max(0, first); index < end; index += 1) {
        const place = Math.abs(position - index) * STEPS;
        const step = Math.trunc(place);
        const low = table[step] ?? 0;
        const weight = low + ((table[step + 1] ?? 0) - low) * (place - step);
        sum += weight * (samples[index] ?? 0);
      }
      return sum;
    },
  };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

const HIGHEST_BESSEL = bessel(BETA);

/** From 1 in the middle to nearly 0 at 1. */
function kaiser(x: number): number {
  return bessel(BETA * Math.sqrt(Math.max(0, 1 - x * x))) / HIGHEST_BESSEL;
}

/** Modified Bessel function of the first kind, order 0. */
function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k += 1) {
    term *= (x / (2 * k)) ** 2;
    // From here on each is smaller than the one before, and too small to be seen in the sum.
    if (2 * k > x && sum + term === sum) break;
    sum += term;
  }
  return sum;
}
