import { describe, expect, it } from 'vitest';
import { filtered, gainDb, highPass, lowPass } from './biquad.ts';
import { rmsDbfs } from './decibel.ts';
import { sine } from './known-signals.ts';

const RATE = 24_000;
const stages = [lowPass(3000, Math.SQRT1_2, RATE), highPass(100, Math.SQRT1_2, RATE)];

describe('a filter of two biquads', () => {
  it('lets the middle through, and 3 dB less at its edges', () => {
    expect(gainDb(stages, 600, RATE)).toBeCloseTo(0, 1);
    expect(gainDb(stages, 3000, RATE)).toBeCloseTo(-3.01, 1);
    expect(gainDb(stages, 100, RATE)).toBeCloseTo(-3.01, 1);
    expect(gainDb(stages, 10_000, RATE)).toBeLessThan(-30);
  });

  it.each([60, 250, 2000, 5000])('changes a sine of %i Hz by just the gain that it names', (frequency) => {
    const output = filtered(sine(frequency, -10, 2, RATE), stages);
    const settled = rmsDbfs(output, RATE, 2 * RATE);
    expect(settled - (-10 - 3.0103)).toBeCloseTo(gainDb(stages, frequency, RATE), 3);
  });

  it('leaves its input as it is and silence silent', () => {
    const input = Float32Array.of(1, 0, 0);
    filtered(input, stages);
    expect([...input]).toEqual([1, 0, 0]);
    expect([...filtered(new Float32Array(3), stages)]).toEqual([0, 0, 0]);
  });

  it('takes no frequency that the rate cannot hold', () => {
    expect(() => lowPass(12_000, 1, RATE)).toThrow(RangeError);
    expect(() => highPass(0, 1, RATE)).toThrow(RangeError);
  });
});
