import { describe, expect, it } from 'vitest';
import { sizeText } from './level-text.ts';

describe('a size', () => {
  it.each([
    [999, '999 B'],
    [14_200, '14.2 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [999_949_000, '999.9 MB'],
    [2 ** 30, '1.1 GB'],
  ])('of %i bytes has at most three digits before the point', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
