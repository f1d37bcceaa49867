import { describe, expect, it, vi } from 'vitest';
import { createWaveCanvases, type PaintStretch } from './wave-canvases.ts';

/** A canvas of 100 pixels of CSS at two pixels of the device each, `left` from the beginning of the wave. */
function canvasAt(left: number) {
  const canvas = { width: 200, height: 20, isConnected: true, style: { left: `${left}px`, width: '100px' } };
  return {
    canvas,
    save: () => undefined,
    restore: () => undefined,
    clearRect: () => undefined,
    translate: vi.fn(),
  };
}

/** A wave of 100 pixels a second, of which one second is seen. */
function start(scroll: number) {
  const stand = { scroll, width: 100, second: 100 };
  const paint = vi.fn<PaintStretch>();
  const canvases = createWaveCanvases(() => stand, paint);
  const add = (left: number) => {
    const context = canvasAt(left);
    canvases.paint(context as unknown as CanvasRenderingContext2D);
    return context;
  };
  const painted = () => paint.mock.calls.map(([, size, stretch]) => [size.width, stretch.from, stretch.to]);
  return { stand, canvases, add, painted };
}

describe('the canvases of a wave', () => {
  it('are painted as far as they are seen', () => {
    const { add, painted } = start(50);
    expect(add(0).translate).toHaveBeenCalledWith(100, 0);
    expect(add(100).translate).toHaveBeenCalledWith(0, 0);
    add(200);
    expect(painted()).toEqual([
      [100, 0.5, 1],
      [100, 1, 1.5],
    ]);
  });

  it('are painted whole, once, when more of them is seen', () => {
    const { stand, canvases, add, painted } = start(50);
    for (const left of [0, 100, 200]) add(left);
    canvases.paintSeen();
    expect(painted()).toHaveLength(2);
    stand.scroll = 80;
    canvases.paintSeen();
    canvases.paintSeen();
    expect(painted().slice(2)).toEqual([[200, 1, 2]]);
    stand.scroll = 140;
    canvases.paintSeen();
    expect(painted().slice(3)).toEqual([[200, 2, 3]]);
  });

  it('are forgotten with the zoom that they were made for', () => {
    const { stand, canvases, add, painted } = start(0);
    add(100).canvas.isConnected = false;
    stand.scroll = 100;
    canvases.paintSeen();
    expect(painted()).toEqual([]);
  });
});
