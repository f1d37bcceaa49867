import { describe, expect, it } from 'vitest';
import { OVERSCAN, ROW_HEIGHT, rowWindow } from './row-height.ts';

describe('the rows in sight', () => {
  it('are the ones at the place scrolled to, and some more', () => {
    expect(rowWindow(100 * ROW_HEIGHT, 10 * ROW_HEIGHT, 100_000)).toEqual({
      first: 100 - OVERSCAN,
      end: 111 + OVERSCAN,
    });
  });

  it('end with the list', () => {
    expect(rowWindow(Number.MAX_SAFE_INTEGER, 220, 1000)).toEqual({ first: 989 - OVERSCAN, end: 1000 });
    expect(rowWindow(0, 220, 3)).toEqual({ first: 0, end: 3 });
    expect(rowWindow(0, 220, 0)).toEqual({ first: 0, end: 0 });
  });
});
