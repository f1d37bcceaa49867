import type { LookRing } from './look-ring.ts';

/** How columns lie beside frames: so many of these to so many of those, from the beginning of the trace on. */
export interface ColumnScale {
  readonly columns: number;
  readonly frames: number;
}

/** What columns of a live trace show, left to right. */
export interface TraceColumns {
  readonly min: Float32Array<ArrayBuffer>;
  readonly max: Float32Array<ArrayBuffer>;
  readonly rms: Float32Array<ArrayBuffer>;
  /** All flags of the frames in it; −1 where there is no frame. */
  readonly flags: Int16Array<ArrayBuffer>;
}

export function createTraceColumns(columns: number): TraceColumns {
  return {
    min: new Float32Array(columns),
    max: new Float32Array(columns),
    rms: new Float32Array(columns),
    flags: new Int16Array(columns),
  };
}

/** The column that a frame, or a place with a fraction, begins in. */
export function columnOf(frame: number, { columns, frames }: ColumnScale): number {
  return Math.floor((frame * columns) / frames);
}

/** The first column that begins at or after a place. */
export function columnAfter(frame: number, { columns, frames }: ColumnScale): number {
  return Math.ceil((frame * columns) / frames);
}

/**
 * Fills as many columns as are wanted, from column `first` of the trace on. There is nothing before column 0.
 *
 * A frame shows in every column that it touches: no peak falls between two columns, whatever the width.
 */
export function fillColumns(
  ring: LookRing,
  first: number,
  count: number,
  { columns, frames }: ColumnScale,
  { min, max, rms, flags }: TraceColumns,
): void {
  for (let column = 0; column < count; column += 1) {
    const from = Math.floor(((first + column) * frames) / columns);
    const after = Math.ceil(((first + column + 1) * frames) / columns);
    const to = Math.min(ring.count, Math.max(from + 1, after));
    min[column] = 0;
    max[column] = 0;
    rms[column] = 0;
    let seen = -1;
    for (let index = Math.max(ring.first, from); index < to; index += 1) {
      const isFirst = seen < 0;
      const lowest = ring.read(index, 'min');
      const highest = ring.read(index, 'max');
      if (isFirst || lowest < (min[column] ?? 0)) min[column] = lowest;
      if (isFirst || highest > (max[column] ?? 0)) max[column] = highest;
      rms[column] = Math.max(rms[column] ?? 0, ring.read(index, 'rms'));
      seen = Math.max(0, seen) | ring.read(index, 'flags');
    }
    flags[column] = seen;
  }
}
