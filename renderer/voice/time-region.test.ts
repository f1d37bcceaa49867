import { describe, expect, it } from 'vitest';
import { ordered, regionLevels } from './time-region.ts';

describe('a region', () => {
  it('has its ends in order and within the take', () => {
    expect(ordered({ from: 3, to: -1 }, 2)).toEqual({ from: 0, to: 2 });
    expect(ordered({ from: 0.5, to: 1 }, 2)).toEqual({ from: 0.5, to: 1 });
  });

  it('is as loud as its own samples', () => {
    const signal = Float32Array.from({ length: 1000 }, (_, at) => (at < 500 ? 1 : 0.5));
    const quiet = regionLevels(signal, 1000, { from: 0.5, to: 1 });
    expect(quiet?.rmsDbfs).toBeCloseTo(-6.02, 2);
    expect(quiet?.peakDbfs).toBeCloseTo(-6.02, 2);
    expect(regionLevels(signal, 1000, { from: 0, to: 0.5 })?.rmsDbfs).toBeCloseTo(0, 6);
    // Of a shorter take only what it has.
    expect(regionLevels(signal, 1000, { from: 0.9, to: 5 })?.rmsDbfs).toBeCloseTo(-6.02, 2);
    expect(regionLevels(signal, 1000, { from: 1, to: 2 })).toBeUndefined();
  });
});
