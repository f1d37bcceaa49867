import { decibelOfAmplitude, decibelOfPower, peakDbfs, rmsDbfs } from '../signal/decibel.ts';
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

/** Level of a whole sound that comes in pieces. */
export interface LevelMeter {
  push(signal: Signal): void;
  /** As of everything that came. */
  read(): {
    readonly rmsDbfs: number;
    readonly peakDbfs: number;
    /** The mean in per cent of full scale: what a bad sound card adds. Undefined for no samples. */
    readonly dcOffsetPercent: number | undefined;
  };
}

export function createLevelMeter(): LevelMeter {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let largest = 0;
  return {
    push(signal) {
      // Held in locals: numbers of a closure are far slower to write.
      let [nextSum, nextSquares, nextLargest] = [sum, squares, largest];
      const { length } = signal;
      for (let at = 0; at < length; at += 1) {
        const value = signal[at] ?? 0;
        nextSum += value;
        nextSquares += value * value;
        const distance = Math.abs(value);
        if (distance > nextLargest) nextLargest = distance;
      }
      [sum, squares, largest] = [nextSum, nextSquares, nextLargest];
      count += length;
    },
    read: () => ({
      rmsDbfs: decibelOfPower(count === 0 ? 0 : squares / count),
      peakDbfs: decibelOfAmplitude(largest),
      dcOffsetPercent: count === 0 ? undefined : (100 * sum) / count,
    }),
  };
}
