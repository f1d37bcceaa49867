import { describe, expect, it } from 'vitest';
import { marketReasons, readMarketReasons } from './market-reasons.ts';

describe('reasons against the market', () => {
  it('are sixteen, each in words of its own with a way out', () => {
    expect(marketReasons.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, bit) => 1 << bit));
    expect(new Set(marketReasons.map(({ words }) => words)).size).toBe(16);
    expect(marketReasons.filter(({ wayOut }) => wayOut === '')).toEqual([]);
  });

  it('are read bit by bit, with what the table does not know', () => {
    expect(readMarketReasons(0)).toEqual({ reasons: [], unknownBits: 0 });
    const { reasons, unknownBits } = readMarketReasons((1 << 3) | (1 << 11) | (1 << 20));
    expect(reasons.map(({ name }) => name)).toEqual(['AccountLimited', 'UsingNewDevice']);
    expect(unknownBits).toBe(1 << 20);
    expect(readMarketReasons(1 << 31).unknownBits).toBe(0x80000000);
  });
});
