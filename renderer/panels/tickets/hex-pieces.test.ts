import { describe, expect, it } from 'vitest';
import { hexDump } from './hex-dump.ts';
import { asciiPieces, hexPieces } from './hex-pieces.ts';

const rows = hexDump('000102030405060708090a0b0c0d0e0f4142');
const ranges = [
  { at: 0, lengthBytes: 6 },
  { at: 6, lengthBytes: 4 },
  { at: 12, lengthBytes: 5 },
];

describe('the rows of a hex dump', () => {
  it('are cut where ranges begin and end, with the gaps between them left out', () => {
    expect(rows.map((row) => hexPieces(row, ranges))).toEqual([
      [
        { text: '00 01 02 03 04 05', range: 0 },
        { text: ' ', range: undefined },
        { text: '06 07  08 09', range: 1 },
        { text: ' 0a 0b ', range: undefined },
        { text: '0c 0d 0e 0f', range: 2 },
      ],
      [
        { text: '41', range: 2 },
        { text: ' 42', range: undefined },
      ],
    ]);
  });

  it('are cut in their text likewise', () => {
    expect(rows.map((row) => asciiPieces(row, ranges))).toEqual([
      [
        { text: '......', range: 0 },
        { text: '....', range: 1 },
        { text: '..', range: undefined },
        { text: '....', range: 2 },
      ],
      [
        { text: 'A', range: 2 },
        { text: 'B', range: undefined },
      ],
    ]);
  });

  it('stay whole without ranges', () => {
    expect(rows.map((row) => hexPieces(row, []))).toEqual(
      rows.map(({ hex }) => [{ text: hex, range: undefined }]),
    );
  });
});
