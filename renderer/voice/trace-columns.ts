import type { LookRing } from './look-ring.ts';

/** What the columns of a live trace show, left to right. */
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

/**
 * Fills columns that end at frame `end`, which may have a fraction, at `framesPerColumn`.
 *
 * A frame shows in every column that it touches: no peak falls between two columns, whatever the width.
 */
export function fillColumns(
  ring: LookRing,
  end: number,
  framesPerColumn: number,
  { min, max, rms, flags }: TraceColumns,
): void {
  const columns = min.length;
  const last = Math.min(ring.count, Math.ceil(end));
  for (let column = 0; column < columns; column += 1) {
    const from = Math.floor(end - (columns - column) * framesPerColumn);
    const to = Math.min(last, Math.max(from + 1, Math.ceil(end - (columns - column - 1) * framesPerColumn)));
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
