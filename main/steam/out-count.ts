/** Where a native function writes a count of bytes: a `uint32*`. */
export interface OutCount {
  /** What the function is given. */
  readonly cell: Uint32Array;
  /** What it wrote; 0 where it wrote nothing. */
  value(): number;
  reset(): void;
}

export function createOutCount(): OutCount {
  const cell = new Uint32Array(1);
  return { cell, value: () => cell[0] ?? 0, reset: () => cell.fill(0) };
}
