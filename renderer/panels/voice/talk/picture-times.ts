const PICTURES_HELD = 2048;

/** The newest pictures, oldest first, in milliseconds. */
export interface PictureTimes {
  /** When each was due, by the clock of its frame. */
  readonly at: readonly number[];
  /** How long the drawing took; what paints and shows it comes after that. */
  readonly tookMs: readonly number[];
  /** How long it took to draw what came, once for each message with frames. */
  readonly framesTookMs: readonly number[];
}

/** Remembers when pictures were drawn, and for how long. */
export interface PictureLog {
  note(at: number, tookMs: number): void;
  noteFrames(tookMs: number): void;
  times(): PictureTimes;
}

export function createPictureLog(held = PICTURES_HELD): PictureLog {
  const at = createNewest(held);
  const took = createNewest(held);
  const framesTook = createNewest(held);
  return {
    note(dueAt, tookMs) {
      at.push(dueAt);
      took.push(tookMs);
    },
    noteFrames: (tookMs) => framesTook.push(tookMs),
    times: () => ({ at: at.all(), tookMs: took.all(), framesTookMs: framesTook.all() }),
  };
}

/** The newest of many numbers, oldest first. */
function createNewest(held: number): { push(value: number): void; all(): readonly number[] } {
  const values = new Float64Array(held);
  let count = 0;
  return {
    push(value) {
      values[count % held] = value;
      count += 1;
    },
    all: () =>
      Array.from({ length: Math.min(held, count) }, (_, index) => {
        const place = Math.max(0, count - held) + index;
        return values[place % held] ?? 0;
      }),
  };
}
