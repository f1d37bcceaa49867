import { describe, expect, it } from 'vitest';
import { limitText, numberText, readLimitEnd } from './limit-text.ts';

describe('a limit', () => {
  it('is read in words', () => {
    expect(limitText({ max: 1 }, '%')).toBe('≤ 1 %');
    expect(limitText({ min: 20 }, 'dB')).toBe('≥ 20 dB');
    expect(limitText({ min: -40, max: -0.1 }, 'dBFS')).toBe('−40 to −0.1 dBFS');
    expect(limitText({ max: 0 }, '')).toBe('≤ 0');
    expect(limitText(undefined, 'ms')).toBe('none');
  });

  it('is read back as it was written', () => {
    expect([-40, 0, 0.5].map((value) => readLimitEnd(numberText(value)))).toEqual([-40, 0, 0.5]);
    expect(readLimitEnd(' 0,5 ')).toBe(0.5);
    expect(readLimitEnd(' ')).toBe(undefined);
    expect(readLimitEnd('loud')).toBeNaN();
    expect(readLimitEnd('1e9')).toBeNaN();
  });
});
