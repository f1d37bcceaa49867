/** Height of a row of the timeline in pixels: `--row-height`. */
export const ROW_HEIGHT = 22;

/** Rows drawn beyond what is in sight, at either end. */
export const OVERSCAN = 6;

/** Which rows to draw: from `first` up to but not including `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** As many rows as are drawn away from the ends of a long list; never fewer than from `first` to `end`. */
  readonly slots: number;
}

/**
 * Rows in sight, and some more, of a list whose rows are all of one height.
 *
 * Two divisions, whatever the length of the list: a library that measures rows walks all of them whenever one is added.
 */
export function rowWindow(scrollTop: number, viewHeight: number, count: number): RowWindow {
  const inSight = Math.ceil(viewHeight / ROW_HEIGHT) + 1;
  const top = Math.min(Math.floor(scrollTop / ROW_HEIGHT), count - inSight);
  const first = Math.max(0, top - OVERSCAN);
  const end = Math.max(0, Math.min(count, Math.max(0, top) + inSight + OVERSCAN));
  return { first, end, slots: inSight + 2 * OVERSCAN };
}
