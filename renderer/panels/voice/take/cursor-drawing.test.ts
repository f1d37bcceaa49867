import { describe, expect, it } from 'vitest';
import { AXIS_HEIGHT } from '../trace/trace-drawing.ts';
import { drawCursor } from './cursor-drawing.ts';

const size = { width: 400, height: 240, ratio: 2 };

describe('what lies over the wave of a take', () => {
  it('ends above the times of its axis', () => {
    const bottoms: number[] = [];
    const nothing = (): void => undefined;
    const context = {
      fillRect: (_x: number, y: number, _width: number, height: number) => bottoms.push(y + height),
      beginPath: nothing,
      moveTo: nothing,
      lineTo: nothing,
      fill: nothing,
    };
    drawCursor(
      context as unknown as CanvasRenderingContext2D,
      size,
      { region: { from: 1, to: 3 }, mark: 2, playhead: 2.5 },
      { from: 0, to: 4 },
      { region: 'blue', line: 'white' },
    );
    expect(Math.max(...bottoms)).toBe(size.height - AXIS_HEIGHT * size.ratio);
  });
});
