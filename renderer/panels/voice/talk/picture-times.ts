const PICTURES_HELD = 2048;

/** The newest pictures, oldest first, in milliseconds. */
export interface PictureTimes {
  /** When each was due, by the clock of its frame. */
  readonly at: readonly number[];
  /** How long the drawing took; what paints and shows it comes after that. */
  readonly tookMs: readonly number[];
}

/** Remembers when pictures were drawn, and for how long. */
export interface PictureLog {
  note(at: number, tookMs: number): void;
  times(): PictureTimes;
}

export function createPictureLog(held = PICTURES_HELD): PictureLog {
  const at = new Float64Array(held);
  const took = new Float64Array(held);
  let count = 0;
  return {
    note(dueAt, tookMs) {
      at[count % held] = dueAt;
      took[count % held] = tookMs;
      count += 1;
    },
    times() {
      const places = Array.from({ length: Math.min(held, count) }, (_, index) => (count - 1 - index) % held);
      places.reverse();
      return { at: places.map((place) => at[place] ?? 0), tookMs: places.map((place) => took[place] ?? 0) };
    },
  };
}
