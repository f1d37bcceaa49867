import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsInForce } from '../take-limits.ts';
import { assess } from './assess.ts';
import { figureInfo, figureKeys, formatFigure, type TakeFigures } from './figure-table.ts';

const nothing = Object.fromEntries(figureKeys.map((key) => [key, undefined])) as TakeFigures;
const limits = limitsInForce({});

describe('a take held against its limits', () => {
  it('passes where all that has a limit keeps to it', () => {
    const { verdict, figures, failed } = assess({ ...nothing, snrDb: 30, rmsDbfs: -20 }, limits);
    expect(verdict).toBe('pass');
    expect(failed).toEqual([]);
    expect([figures.snrDb, figures.rmsDbfs, figures.jitterMs]).toEqual(['pass', 'open', 'not-measured']);
  });

  it('fails by one figure, and says by which, in the order of the table', () => {
    const { verdict, failed } = assess({ ...nothing, lossPercent: 3, snrDb: 30, clippingCount: 1 }, limits);
    expect(verdict).toBe('fail');
    expect(failed).toEqual(['clippingCount', 'lossPercent']);
  });

  it('is neither where nothing with a limit was measured', () => {
    expect(assess(nothing, limits).verdict).toBe('empty');
    expect(assess({ ...nothing, rmsDbfs: -20 }, limits).verdict).toBe('empty');
    expect(assess({ ...nothing, snrDb: 1 }, {}).verdict).toBe('empty');
  });

  it('is still within at either end of a limit', () => {
    const verdictAt = (value: number) =>
      assess({ ...nothing, dcOffsetPercent: value }, { dcOffsetPercent: { min: -1, max: 1 } }).verdict;
    expect([-1.001, -1, 0, 1, 1.001].map(verdictAt)).toEqual(['fail', 'pass', 'pass', 'pass', 'fail']);
  });
});

describe('the table of figures', () => {
  it('tells each in plain words, with a limit that can be kept', () => {
    for (const { title, explanation, decimals, limit } of figureKeys.map(figureInfo)) {
      expect(title).toMatch(/^[A-Z][^.]+$/);
      expect(explanation).toMatch(/^[A-Z0-9].{15,}\.$/);
      expect(decimals).toBeLessThanOrEqual(3);
      if (limit !== undefined) expect(limit.min ?? -Infinity).toBeLessThanOrEqual(limit.max ?? Infinity);
    }
    expect(new Set(figureKeys.map((key) => figureInfo(key).title)).size).toBe(figureKeys.length);
  });

  it('writes a value with its unit and a real minus sign', () => {
    expect(formatFigure('loudnessLufs', -23.04)).toBe('−23.0 LUFS');
    expect(formatFigure('clippingCount', 3)).toBe('3');
    expect(formatFigure('dcOffsetPercent', -0.001)).toBe('0.00 %');
    expect(formatFigure('tailMs', 310.4)).toBe('310 ms');
  });

  it('writes every value as a number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...figureKeys),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (key, value) => {
          expect(formatFigure(key, value)).toMatch(/^−?\d+(\.\d+)?( \S+)?$/);
        },
      ),
    );
  });
});
