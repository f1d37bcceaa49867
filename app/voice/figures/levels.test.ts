import { describe, expect, it } from 'vitest';
import { framesOf } from '../signal/frames.ts';
import { sine } from '../signal/known-signals.ts';
import { dcOffsetPercent, frameLevels } from './levels.ts';

describe('levels of a take', () => {
  it('are those of each 20 ms', () => {
    const signal = Float64Array.from([...sine(1000, -20, 0.02, 24_000), ...new Float64Array(480)]);
    const { rmsDbfs, peakDbfs } = frameLevels(signal, framesOf(signal.length, 24_000));
    expect([...rmsDbfs].map((level) => level.toFixed(2))).toEqual(['-23.01', '-120.00']);
    expect([...peakDbfs].map((level) => level.toFixed(2))).toEqual(['-20.00', '-120.00']);
  });
});

describe('a DC offset', () => {
  it('is the mean, with its sign, under any tone', () => {
    const shifted = sine(1000, -20, 1, 24_000).map((value) => value - 0.05);
    expect(dcOffsetPercent(shifted)).toBeCloseTo(-5, 6);
    expect(dcOffsetPercent(sine(1000, -20, 1, 24_000))).toBeCloseTo(0, 6);
  });

  it('is not measured of nothing', () => {
    expect(dcOffsetPercent(new Float32Array())).toBeUndefined();
  });
});
