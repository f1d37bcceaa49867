import { describe, expect, it } from 'vitest';
import { drawPlace } from './place-drawing.ts';

describe('the place in a take', () => {
  it('stands where its time is, and ends with the wave', () => {
    const lines: { readonly x: number; readonly bottom: number }[] = [];
    const nothing = (): void => undefined;
    const context = {
      fillRect: (x: number, y: number, _width: number, height: number) =>
        lines.push({ x, bottom: y + height }),
      beginPath: nothing,
      moveTo: nothing,
      lineTo: nothing,
      fill: nothing,
    };
    const size = { width: 400, height: 194, ratio: 2 };
    drawPlace(context as unknown as CanvasRenderingContext2D, size, 2, { from: 1, to: 5 }, 'white');
    expect(new Set(lines.map(({ x }) => x))).toEqual(new Set([100]));
    expect(Math.max(...lines.map(({ bottom }) => bottom))).toBe(size.height);
  });
});
