import { beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeImageData } from './fake-image-data.ts';
import { createPixelPainter, mixed, pixelColour } from './pixel-painter.ts';
import { createTileRing } from './tile-ring.ts';

const red = pixelColour(255, 0, 0);
const blue = pixelColour(0, 0, 255);

function pixelsOf({ data }: ImageData): readonly number[] {
  return [...new Uint32Array(data.buffer)];
}

beforeAll(() => {
  vi.stubGlobal('ImageData', FakeImageData);
});

describe('pixels that are painted in memory', () => {
  it('are red, green, blue and opaque as an image wants them', () => {
    const painter = createPixelPainter(1, 1);
    painter.fill(0, 0, 1, 1, pixelColour(1, 2, 3));
    expect([...painter.image.data]).toEqual([1, 2, 3, 255]);
  });

  it('are filled at whole pixels, and what lies outside is left out', () => {
    const painter = createPixelPainter(3, 2);
    painter.fill(-5, -5, 6.4, 20, red);
    painter.fill(1.6, 0.5, 9, 9, blue);
    painter.fill(5, 0, 2, 2, blue);
    painter.fill(0, 7, 2, 2, blue);
    expect(pixelsOf(painter.image)).toEqual([red, 0, 0, red, 0, blue]);
  });

  it('are mixed with what was there, each colour by its share', () => {
    expect(mixed(pixelColour(100, 0, 200), pixelColour(200, 100, 0), 0.25)).toBe(pixelColour(125, 25, 150));
    const painter = createPixelPainter(1, 1);
    painter.fill(0, 0, 1, 1, red);
    painter.fill(0, 0, 1, 1, blue, 0.5);
    expect(pixelsOf(painter.image)).toEqual([pixelColour(128, 0, 128)]);
  });

  it('take a text where it is put, and the parts of it that are within', () => {
    const mask = { width: 2, height: 2, baseline: 1, coverage: Uint8Array.of(255, 0, 0, 255) };
    const painter = createPixelPainter(2, 2);
    painter.write(mask, 1, 1, red);
    expect(pixelsOf(painter.image)).toEqual([red, 0, 0, red]);
    const beside = createPixelPainter(2, 2);
    beside.write(mask, 0, 0, red);
    beside.write(mask, 2, 2, blue);
    expect(pixelsOf(beside.image)).toEqual([red, 0, 0, blue]);
  });
});

describe('the ring of tiles', () => {
  it('shows columns beside each other, also where tiles and the end of the ring lie between them', () => {
    const made: Map<number, number>[] = [];
    const ring = createTileRing(300, 1, () => {
      const held = new Map<number, number>();
      made.push(held);
      const context = {
        putImageData(image: ImageData, x: number, _y: number, _left: number, _top: number, count: number) {
          pixelsOf(image)
            .slice(0, count)
            .forEach((pixel, at) => held.set(x + at, pixel));
        },
      };
      return {
        canvas: held as unknown as CanvasImageSource,
        context: context as unknown as OffscreenCanvasRenderingContext2D,
      };
    });
    expect([made.length, ring.columns]).toEqual([3, 384]);
    const painter = createPixelPainter(50, 1);
    for (let first = -100; first < 1000; first += 50) {
      for (let x = 0; x < 50; x += 1) painter.fill(x, 0, 1, 1, 10_000 + first + x);
      ring.put(first, painter.image, 50);
      const shown = new Map<number, number>();
      const context = {
        drawImage(tile: Map<number, number>, left: number) {
          for (let x = 0; x < 128; x += 1) shown.set(left + x, tile.get(x) ?? 0);
        },
      };
      const from = Math.max(-100, first + 50 - 300);
      ring.show(context as unknown as OffscreenCanvasRenderingContext2D, from, first + 50 - from);
      for (let column = from; column < first + 50; column += 1)
        expect(shown.get(column - from), `${column}`).toBe(10_000 + column);
    }
  });
});
