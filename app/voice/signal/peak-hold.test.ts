import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SILENCE_DB } from './decibel.ts';
import { createPeakHold } from './peak-hold.ts';

const options = { holdMs: 1000, fallDbPerSecond: 20 };

describe('the mark of a level meter', () => {
  it('stays at the peak for a second, then falls by 20 dB a second to the floor', () => {
    const mark = createPeakHold(options);
    expect(mark.take(-10, 5000)).toBe(-10);
    expect(mark.take(-50, 6000)).toBe(-10);
    expect(mark.level(6500)).toBe(-20);
    expect(mark.level(8000)).toBe(-50);
    expect(mark.level(1e9)).toBe(SILENCE_DB);
  });

  it('goes up at once, and holds anew from there', () => {
    const mark = createPeakHold(options);
    mark.take(-10, 0);
    expect(mark.take(-20, 1600)).toBe(-20);
    expect(mark.level(2600)).toBe(-20);
    expect(mark.level(2700)).toBe(-22);
  });

  it('begins at the floor again after a reset', () => {
    const mark = createPeakHold(options);
    mark.take(-10, 0);
    mark.reset();
    expect(mark.level(0)).toBe(SILENCE_DB);
  });

  it('never lies below what it was just given', () => {
    const anyLevels = fc.array(fc.tuple(fc.double({ min: -120, max: 0, noNaN: true }), fc.nat(3000)));
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const mark = createPeakHold(options);
        let at = 0;
        for (const [level, afterMs] of levels) {
          at += afterMs;
          expect(mark.take(level, at)).toBeGreaterThanOrEqual(level);
        }
      }),
    );
  });
});
