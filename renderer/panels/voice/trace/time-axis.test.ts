import { describe, expect, it } from 'vitest';
import { timeStep } from './time-axis.ts';

describe('the step between two times', () => {
  it('is a usual one', () => {
    expect([0.0004, 0.3, 1, 61, 600].map(timeStep)).toEqual([0.001, 0.5, 1, 120, 600]);
  });

  it('grows with what is shown: a year has no more labels than a minute', () => {
    const year = 365 * 86_400;
    expect(year / timeStep(year / 10)).toBeLessThanOrEqual(10);
  });
});
