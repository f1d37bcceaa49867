import type { HexRow } from './hex-dump.ts';

const BYTES_PER_ROW = 16;

/** Bytes that belong together. */
export interface HexRange {
  readonly at: number;
  readonly lengthBytes: number;
}

/** A stretch of one row: hex or text, and the range that it is of, by its place in the list. */
export interface HexPiece {
  readonly text: string;
  readonly range: number | undefined;
}

/** Where a byte of a row begins in its hex: each takes three places, and the gap in the middle one more. */
const placeOf = (byte: number): number => byte * 3 + (byte >= BYTES_PER_ROW / 2 ? 1 : 0);

/** The hex of a row, cut where ranges begin and end; ranges are in order and do not overlap. */
export function hexPieces(row: HexRow, ranges: readonly HexRange[]): readonly HexPiece[] {
  return pieces(row, row.hex, ranges, (from, to) => [placeOf(from), placeOf(to - 1) + 2]);
}

/** The same of its text. */
export function asciiPieces(row: HexRow, ranges: readonly HexRange[]): readonly HexPiece[] {
  return pieces(row, row.ascii, ranges, (from, to) => [from, to]);
}

function pieces(
  row: HexRow,
  text: string,
  ranges: readonly HexRange[],
  span: (from: number, to: number) => readonly [from: number, to: number],
): readonly HexPiece[] {
  const start = Number.parseInt(row.offset, 16);
  const count = row.ascii.length;
  const found: HexPiece[] = [];
  let end = 0;
  const add = (from: number, to: number, range: number | undefined): void => {
    if (to > from) found.push({ text: text.slice(from, to), range });
    end = to;
  };
  ranges.forEach(({ at, lengthBytes }, index) => {
    const from = Math.max(0, at - start);
    const to = Math.min(count, at + lengthBytes - start);
    if (from >= to) return;
    const [textFrom, textTo] = span(from, to);
    add(end, textFrom, undefined);
    add(textFrom, textTo, index);
  });
  add(end, text.length, undefined);
  return found;
}
