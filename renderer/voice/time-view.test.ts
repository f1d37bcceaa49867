// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, showing, viewOf, zoomed, type TimeView } from './time-view.ts';

describe('the view of a take', () => {
  it('keeps the time under the pointer where it is', () => {
    expect(zoomed({ from: 0, to: 10 }, 2, 5, 10)).toEqual({ from: 2.5, to: 7.5 });
    expect(zoomed({ from: 0, to: 10 }, 2, 0, 10)).toEqual({ from: 0, to: 5 });
  });

  it('moves by a share of what it shows, and stops at the ends', () => {
    expect(moved({ from: 2, to: 4 }, 0.5, 10)).toEqual({ from: 3, to: 5 });
    expect(moved({ from: 2, to: 4 }, -3, 10)).toEqual({ from: 0, to: 2 });
    expect(moved({ from: 2, to: 4 }, 9, 10)).toEqual({ from: 8, to: 10 });
  });

  it('shows a region, and a time that was out of sight', () => {
    expect(viewOf({ from: 2, to: 3 }, 10)).toEqual({ from: 2, to: 3 });
    const closest = viewOf({ from: 10, to: 10 }, 10);
    expect(closest.from).toBeCloseTo(9.995, 9);
    const view = { from: 2, to: 4 };
    expect(showing(view, 3, 10)).toBe(view);
    expect(showing(view, 7, 10)).toEqual({ from: 6, to: 8 });
    expect(showing(view, 0.5, 10)).toEqual({ from: 0, to: 2 });
  });

  it('never leaves the take, whatever is done', () => {
    const act = fc.record({
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 20 }),
        fc.double({ min: 0.01, max: 600, noNaN: true }),
        (acts, length) => {
          let view: TimeView = { from: 0, to: length };
          for (const { factor, at, share } of acts) {
            view = zoomed(view, factor, view.from + at * (view.to - view.from), length);
            view = moved(view, share, length);
            expect(view.from).toBeGreaterThanOrEqual(0);
            expect(view.to).toBeLessThanOrEqual(length + 1e-9);
            expect(view.to).toBeGreaterThan(view.from);
          }
        },
      ),
    );
  });
});
