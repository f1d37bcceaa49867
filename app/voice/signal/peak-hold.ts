import { SILENCE_DB } from './decibel.ts';

export interface PeakHoldOptions {
  /** How long a peak stays where it is. */
  readonly holdMs: number;
  /** How fast it falls afterwards. */
  readonly fallDbPerSecond: number;
}

/** The mark of a level meter that stays at the last peak for a while and then falls. */
export interface PeakHold {
  /** Takes a level in dBFS at a time in ms and answers where the mark is. */
  take(levelDbfs: number, at: number): number;
  /** Where the mark is, with nothing new; a time before the last peak is taken for that peak’s. */
  level(at: number): number;
  reset(): void;
}

export function createPeakHold({ holdMs, fallDbPerSecond }: PeakHoldOptions): PeakHold {
  let heldDbfs = SILENCE_DB;
  let heldAt = 0;

  const level = (at: number): number => {
    const fallingMs = Math.max(0, at - heldAt - holdMs);
    return Math.max(SILENCE_DB, heldDbfs - (fallDbPerSecond * fallingMs) / 1000);
  };

  return {
    take(levelDbfs, at) {
      if (levelDbfs >= level(at)) {
        heldDbfs = levelDbfs;
        heldAt = at;
      }
      return level(at);
    },
    level,
    reset() {
      heldDbfs = SILENCE_DB;
      heldAt = 0;
    },
  };
}
