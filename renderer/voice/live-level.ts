import { decibelOfAmplitude } from '../../app/voice/signal/decibel.ts';
import { createPeakHold } from '../../app/voice/signal/peak-hold.ts';
import type { LookRing } from './look-ring.ts';

/** The quietest level that the meter shows. */
export const METER_FLOOR_DBFS = -60;
/** The clip lamp stays on for that long. */
const CLIP_HOLD_MS = 3000;
/** 16-bit samples reach +32767 of 32768 and no further. */
const FULL_SCALE = 32_767 / 32_768;

export interface Level {
  readonly rmsDbfs: number;
  /** Held for a moment, then falling. */
  readonly peakDbfs: number;
  readonly isClipped: boolean;
}

export interface LiveLevel {
  /** The level of the frames from `from` to `to`; the peak falls on where there are none. */
  take(ring: LookRing, from: number, to: number, at: number): Level;
  /** Whether nothing on the meter moves any more. */
  isAtRest(at: number): boolean;
  reset(): void;
}

/** RMS, peak with hold, and the clip lamp of what is on the screen now. */
export function createLiveLevel(): LiveLevel {
  const hold = createPeakHold({ holdMs: 1000, fallDbPerSecond: 30 });
  let clippedAt = -Infinity;
  let rms = 0;
  return {
    take(ring, from, to, at) {
      let peak = 0;
      let power = 0;
      const first = Math.max(ring.first, from);
      const last = Math.min(ring.count, to);
      for (let index = first; index < last; index += 1) {
        const largest = Math.max(-ring.read(index, 'min'), ring.read(index, 'max'));
        peak = Math.max(peak, largest);
        power += ring.read(index, 'rms') ** 2;
      }
      // Frames come some at a time: the level is that of all that came.
      if (last > first) rms = Math.sqrt(power / (last - first));
      if (peak >= FULL_SCALE) clippedAt = at;
      const peakDbfs = hold.take(decibelOfAmplitude(peak), at);
      return {
        // Where no more frames come it falls with the peak: a bar that stands would tell of sound that is not there.
        rmsDbfs: Math.min(decibelOfAmplitude(rms), peakDbfs),
        peakDbfs,
        isClipped: at - clippedAt < CLIP_HOLD_MS,
      };
    },
    isAtRest: (at) => hold.level(at) <= METER_FLOOR_DBFS && at - clippedAt >= CLIP_HOLD_MS,
    reset() {
      hold.reset();
      clippedAt = -Infinity;
      rms = 0;
    },
  };
}

/** How much of the meter a level fills, 0 to 1. */
export function meterShare(levelDbfs: number): number {
  return Math.max(0, Math.min(1, 1 - levelDbfs / METER_FLOOR_DBFS));
}
