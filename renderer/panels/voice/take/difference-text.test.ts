import { describe, expect, it } from 'vitest';
import { differenceText } from './difference-text.ts';

describe('a difference of two takes', () => {
  it('is the second less the first, with its sign and its unit', () => {
    expect(differenceText('rmsDbfs', -23, -20.6)).toBe('+2.4 dB');
    expect(differenceText('loudnessLufs', -20, -21.04)).toBe('−1.0 LU');
    expect(differenceText('lossPercent', 1, 2.5)).toBe('+1.50 % points');
    expect(differenceText('clippingCount', 3, 2)).toBe('−1');
  });

  it('has no sign where nothing is to be seen of it', () => {
    expect(differenceText('jitterMs', 10, 9.99)).toBe('0.0 ms');
  });

  it('is none where one was not measured', () => {
    expect(differenceText('tailMs', undefined, 4)).toBe('–');
    expect(differenceText('tailMs', 4, undefined)).toBe('–');
  });
});
