import { describe, expect, it } from 'vitest';
import { limitText } from './limit-text.ts';
import { measureText } from './number-text.ts';

describe('a limit', () => {
  it('is read in words', () => {
    expect(limitText({ max: 1 }, '%')).toBe('≤ 1 %');
    expect(limitText({ min: 20 }, 'dB')).toBe('≥ 20 dB');
    expect(limitText({ min: -40, max: -0.1 }, 'dBFS')).toBe('−40 to −0.1 dBFS');
    expect(limitText({ min: 0.05, max: 0.05 }, '%')).toBe('= 0.05 %');
    expect(limitText({ max: 0 }, '')).toBe('≤ 0');
    expect(limitText({}, 'ms')).toBe('none');
    expect(limitText(undefined, 'ms')).toBe('none');
  });
});

describe('a measured number', () => {
  it('has its unit and a real minus sign, but no sign where it reads zero', () => {
    expect(measureText(-23.04, 1, 'dBFS')).toBe('−23.0 dBFS');
    expect(measureText(-0.04, 1, 'dBFS')).toBe('0.0 dBFS');
    expect(measureText(3, 0, '')).toBe('3');
  });
});
