import { describe, expect, it } from 'vitest';
import { OVERSCAN, ROW_HEIGHT, rowWindow } from './row-height.ts';

describe('the rows in sight', () => {
  it('are the ones at the place scrolled to, and some more', () => {
    expect(rowWindow(100 * ROW_HEIGHT, 10 * ROW_HEIGHT, 100_000)).toEqual({
      first: 100 - OVERSCAN,
      end: 111 + OVERSCAN,
      slots: 11 + 2 * OVERSCAN,
    });
  });

  it('end with the list', () => {
    expect(rowWindow(Number.MAX_SAFE_INTEGER, 220, 1000)).toMatchObject({ first: 989 - OVERSCAN, end: 1000 });
    expect(rowWindow(0, 220, 3)).toMatchObject({ first: 0, end: 3 });
    expect(rowWindow(0, 220, 0)).toMatchObject({ first: 0, end: 0 });
  });

  it('have slots enough wherever the list stands, and as many everywhere', () => {
    const places = Array.from({ length: 60 }, (_, row) => rowWindow(row * ROW_HEIGHT, 220, 50));
    expect(new Set(places.map(({ slots }) => slots)).size).toBe(1);
    for (const { first, end, slots } of places) expect(end - first).toBeLessThanOrEqual(slots);
  });
});
