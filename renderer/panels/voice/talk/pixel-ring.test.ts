import { expect, it, vi } from 'vitest';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import { FakeImageData } from './fake-image-data.ts';
import { createPixelPainter } from './pixel-painter.ts';
import { createPixelRing } from './pixel-ring.ts';

vi.stubGlobal('ImageData', FakeImageData);

const height = 2;
const rows = [0, 1];

/** What a pixel is told by: its column and its row. */
function pixelOf(column: number, row: number): number {
  return 10_000 + 2 * column + row;
}

/** A canvas of pixels, and how often something was put in it. */
function paper() {
  const shown = new Map<string, number>();
  let puts = 0;
  const context = {
    putImageData(image: ImageData, x: number, y: number, left: number, top: number, wide: number, high: number) {
      puts += 1;
      const pixels = new Uint32Array(image.data.buffer);
      for (let row = top; row < top + high; row += 1)
        for (let column = left; column < left + wide; column += 1)
          shown.set(`${x + column} ${y + row}`, pixels[row * image.width + column] ?? 0);
    },
  };
  return { shown, puts: () => puts, context: context as unknown as DrawingContext };
}

it('shows columns beside each other, also those before the first and where the ring goes on at its left edge', () => {
  const ring = createPixelRing(300, height);
  expect(ring.columns).toBe(300);
  const painter = createPixelPainter(50, height);
  for (let first = -100; first < 1000; first += 45) {
    for (let x = 0; x < 50; x += 1)
      for (const row of rows) painter.fill(x, row, 1, 1, pixelOf(first + x, row));
    ring.put(first, painter.image, 45);
    const { shown, puts, context } = paper();
    const from = Math.max(-100, first + 45 - 300);
    ring.show(context, from, first + 45 - from);
    expect(shown.size).toBe((first + 45 - from) * height);
    expect(puts()).toBeLessThanOrEqual(2);
    for (let column = from; column < first + 45; column += 1)
      for (const row of rows) expect(shown.get(`${column - from} ${row}`)).toBe(pixelOf(column, row));
  }
});
