import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The pixels that a display shows right now, read from its own memory: Xvfb keeps that in a file. */
export interface ScreenPixels {
  /** A stretch of one row, a number a pixel: red, green and blue, the rest 0. */
  row(x: number, y: number, count: number): Uint32Array;
  close(): void;
}

/** Places in the header of an X window dump, in its 32-bit numbers. */
const dump = { headerSize: 0, version: 1, bytesPerRow: 12, bitsPerPixel: 11, colours: 19, byteOrder: 7 };
const dumpVersion = 7;
const dumpNumbers = 25;
const bytesPerColour = 12;
const bytesPerPixel = 4;

/** Opens the memory of the display that `npm run bench` started. There is none where windows go to a screen. */
export function openScreenPixels(): ScreenPixels {
  const path = process.env['STEAM_BENCH_SCREEN'];
  if (path === undefined)
    throw new Error('Only the pixels of Xvfb can be read: run this on Linux, without DISPLAY.');
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(4 * dumpNumbers);
    const read = readSync(file, header, 0, header.length, 0);
    const number = (place: number): number => header.readUInt32BE(4 * place);
    if (read < header.length || number(dump.version) !== dumpVersion || number(dump.bitsPerPixel) !== 32)
      throw new Error(`${path} is no X window dump with 32 bits a pixel.`);
    const first = number(dump.headerSize) + bytesPerColour * number(dump.colours);
    const bytesPerRow = number(dump.bytesPerRow);
    const isLittle = number(dump.byteOrder) === 0;
    const { size } = fstatSync(file);
    return {
      row(x, y, count) {
        const from = first + y * bytesPerRow + x * bytesPerPixel;
        if (
          x < 0 ||
          y < 0 ||
          (x + count) * bytesPerPixel > bytesPerRow ||
          from + count * bytesPerPixel > size
        )
          throw new Error(`Row ${y} from ${x} is not on the screen.`);
        const bytes = Buffer.alloc(count * bytesPerPixel);
        readSync(file, bytes, 0, bytes.length, from);
        return Uint32Array.from({ length: count }, (_, index) => {
          const at = index * bytesPerPixel;
          return (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) & 0xff_ff_ff;
        });
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
