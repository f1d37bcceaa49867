import { peakDbfs, rmsDbfs } from '../signal/decibel.ts';
import type { Stretch } from '../signal/frames.ts';
import type { Signal } from '../signal/signal.ts';

/** Level of each frame in dBFS. A full-scale sine is 0 dBFS peak and −3.01 dBFS RMS. */
export interface FrameLevels {
  readonly rmsDbfs: Float64Array<ArrayBuffer>;
  readonly peakDbfs: Float64Array<ArrayBuffer>;
}

export function frameLevels(signal: Signal, frames: readonly Stretch[]): FrameLevels {
  return {
    rmsDbfs: Float64Array.from(frames, ({ from, to }) => rmsDbfs(signal, from, to)),
    peakDbfs: Float64Array.from(frames, ({ from, to }) => peakDbfs(signal, from, to)),
  };
}

/** The mean of the samples in per cent of full scale: what a bad sound card adds. Undefined for no samples. */
export function dcOffsetPercent(signal: Signal): number | undefined {
  if (signal.length === 0) return undefined;
  let sum = 0;
  for (const value of signal) sum += value;
  return (100 * sum) / signal.length;
}
