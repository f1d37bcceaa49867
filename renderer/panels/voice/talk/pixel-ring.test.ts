import { expect, it, vi } from 'vitest';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import { FakeImageData } from './fake-image-data.ts';
import { createPixelPainter } from './pixel-painter.ts';
import { createPixelRing, type PixelRing } from './pixel-ring.ts';

vi.stubGlobal('ImageData', FakeImageData);

const height = 2;
const rows = [0, 1];

/** What a pixel is told by: its column and its row. */
function pixelOf(column: number, row: number): number {
  return 10_000 + 2 * column + row;
}

/** A canvas of pixels, and the first and last row of what was put at its left edge. */
function paper() {
  const shown = new Map<string, number>();
  const copied: string[] = [];
  const context = {
    putImageData(
      image: ImageData,
      x: number,
      y: number,
      left: number,
      top: number,
      wide: number,
      high: number,
    ) {
      if (x + left === 0) copied.push(`${y + top}–${y + top + high - 1}`);
      const pixels = new Uint32Array(image.data.buffer);
      for (let row = top; row < top + high; row += 1)
        for (let column = left; column < left + wide; column += 1)
          shown.set(`${x + column} ${y + row}`, pixels[row * image.width + column] ?? 0);
    },
  };
  return { shown, copied: () => copied, context: context as unknown as DrawingContext };
}

/** Paints columns, from one to another, and puts them in a ring. */
function put(ring: PixelRing, from: number, to: number, colourOf = pixelOf): void {
  const painter = createPixelPainter(to - from, height);
  for (let x = 0; x < to - from; x += 1)
    for (const row of rows) painter.fill(x, row, 1, 1, colourOf(from + x, row));
  ring.put(from, painter.image, to - from);
}

it('shows columns beside each other, also those before the first and where the ring goes on at its left edge', () => {
  const { shown, context } = paper();
  const ring = createPixelRing(context, 300, [0, 0]);
  expect(ring.columns).toBe(300);
  put(ring, -100, 145);
  for (let first = 145; first < 1000; first += 45) {
    put(ring, first, first + 45);
    const from = first + 45 - 240;
    ring.show(from, 240);
    expect(shown.size).toBe(240 * height);
    for (let column = from; column < first + 45; column += 1)
      for (const row of rows) expect(shown.get(`${column - from} ${row}`)).toBe(pixelOf(column, row));
  }
});

it('copies a plain row until it shows so, and then no more', () => {
  const { copied, context } = paper();
  const ring = createPixelRing(context, 100, [5, 7]);
  // The upper row has something in column 60 alone.
  put(ring, 0, 100, (column, row) => (row === 0 && column !== 60 ? 5 : 1));
  ring.show(0, 50);
  ring.show(10, 50);
  ring.show(50, 50);
  put(ring, 100, 150, (_, row) => (row === 0 ? 5 : 1));
  ring.show(70, 50);
  ring.show(80, 50);
  expect(copied()).toEqual(['0–1', '0–1', '0–1', '0–1', '1–1']);
  ring.clear();
  put(ring, 0, 100, (_, row) => (row === 0 ? 5 : 7));
  ring.show(0, 50);
  ring.show(1, 50);
  expect(copied().slice(5)).toEqual(['0–1']);
});
