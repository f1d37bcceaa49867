import { beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeImageData } from './fake-image-data.ts';
import { createPixelPainter, mixed, pixelColour } from './pixel-painter.ts';

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
