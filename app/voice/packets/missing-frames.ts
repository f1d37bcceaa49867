import { seqAfter } from './sequence.ts';

/** Frames lost in a row, and how often so many were. */
export interface LossBurst {
  readonly frames: number;
  readonly count: number;
}

/** Of a longer gap only the newest frames can still turn out to be late. */
const MOST_MISSING = 4096;

/** The frames of one talker that did not come, and those that came after all. */
export interface MissingFrames {
  /** So many frames from that number on were passed over. */
  add(firstSeq: number, frames: number): void;
  has(seq: number): boolean;
  /** The frame came after all. */
  arrived(seq: number): void;
  /** A new talk spurt: what is missing now stays so, and its numbers are used again. */
  settle(): void;
  lost(): number;
  /** Shortest first. */
  bursts(): readonly LossBurst[];
}

export function createMissingFrames(): MissingFrames {
  const settled = new Map<number, number>();
  /** In the order of sending, as every gap lies behind the one before. */
  let open = new Set<number>();
  let lost = 0;

  const count = (bursts: Map<number, number>, frames: number): void => {
    if (frames > 0) bursts.set(frames, (bursts.get(frames) ?? 0) + 1);
  };

  const countOpen = (bursts: Map<number, number>): Map<number, number> => {
    let run = 0;
    let wanted = -1;
    for (const seq of open) {
      if (seq !== wanted) {
        count(bursts, run);
        run = 0;
      }
      run += 1;
      wanted = seqAfter(seq);
    }
    count(bursts, run);
    return bursts;
  };

  return {
    add(firstSeq, frames) {
      lost += frames;
      const tooOld = Math.max(0, frames - MOST_MISSING);
      count(settled, tooOld);
      for (let index = tooOld; index < frames; index += 1) open.add(seqAfter(firstSeq, index));
    },
    has: (seq) => open.has(seq),
    arrived(seq) {
      if (open.delete(seq)) lost -= 1;
    },
    settle() {
      countOpen(settled);
      open = new Set();
    },
    lost: () => lost,
    bursts: () =>
      [...countOpen(new Map(settled))]
        .map(([frames, times]) => ({ frames, count: times }))
        .sort((one, other) => one.frames - other.frames),
  };
}
