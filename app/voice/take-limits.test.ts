import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureInfo, figureKeys } from './figures/figure-table.ts';
import { limitsInForce, readTakeLimits, TakeLimits } from './take-limits.ts';

describe('limits that a user set', () => {
  it('take the place of the table’s, switch one off, or give one to a figure that has none', () => {
    const limits = limitsInForce({ peakDbfs: { max: -6 }, snrDb: null, rmsDbfs: { min: -30, max: -10 } });
    expect(limits.peakDbfs).toEqual({ max: -6 });
    expect('snrDb' in limits).toBe(false);
    expect(limits.rmsDbfs).toEqual({ min: -30, max: -10 });
    expect(limits.jitterMs).toEqual(figureInfo('jitterMs').limit);
  });

  it('are the table’s where there are none', () => {
    const tableLimits = figureKeys.filter((key) => figureInfo(key).limit !== undefined);
    expect(Object.keys(limitsInForce(readTakeLimits(undefined)))).toEqual(tableLimits);
  });

  it.each([
    { snrDb: {} },
    { snrDb: { min: 'loud' } },
    { snrDb: { min: Number.NaN } },
    { snrDb: { min: Infinity } },
    { snrDb: { min: 5, max: 4 } },
    { snrDb: { min: 5, more: 1 } },
    { snrDb: 20 },
    { nothing: { min: 5 } },
    [],
    'limits',
  ])('are refused from the page, and left out of a file, when they are %j', (limits) => {
    expect(TakeLimits.safeParse(limits).success).toBe(false);
    expect(readTakeLimits(limits)).toEqual({});
  });

  it('cost a bad one alone', () => {
    const stored = { snrDb: { min: 'loud' }, jitterMs: { max: 20 }, tailMs: null, gone: 1 };
    expect(readTakeLimits(stored)).toEqual({ jitterMs: { max: 20 }, tailMs: null });
  });

  it('are right whatever a file held, and read the same again', () => {
    const anyLimit = fc.oneof(
      fc.anything(),
      fc.record({ min: fc.anything(), max: fc.double() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...figureKeys, 'gone', '__proto__'), anyLimit), (stored) => {
        const limits = readTakeLimits(stored);
        expect(TakeLimits.safeParse(limits).success).toBe(true);
        expect(readTakeLimits(limits)).toEqual(limits);
      }),
      { numRuns: 1000 },
    );
  });
});
