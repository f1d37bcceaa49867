import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sine } from '../signal/known-signals.ts';
import { pcmOfSignal } from '../signal/signal.ts';
import { measureClipping } from './clipping.ts';

const TOP = 32_767;
const BOTTOM = -32_768;

describe('clipping', () => {
  it('is both tops of every period of a sine that is 6 dB too loud', () => {
    const { count, longestSamples, sharePercent } = measureClipping(
      pcmOfSignal(sine(100, 6.0206, 1, 24_000)),
    );
    expect(count).toBe(200);
    // A sine spends a third of its period, here 240 samples, above half of its amplitude, and a third below.
    expect(longestSamples).toBe(81);
    expect(sharePercent).toBe((100 * 2 * 81) / 240);
  });

  it('is not a sine that just reaches full scale, or noise below it', () => {
    expect(measureClipping(pcmOfSignal(sine(997, 0, 1, 24_000))).count).toBe(0);
    expect(measureClipping(new Int16Array(100).fill(32_766))).toEqual({
      count: 0,
      longestSamples: 0,
      sharePercent: 0,
    });
  });

  it('takes three samples in a row, of one sign', () => {
    expect(measureClipping(Int16Array.of(0, TOP, TOP, 0)).count).toBe(0);
    expect(measureClipping(Int16Array.of(0, TOP, TOP, TOP, 0)).count).toBe(1);
    expect(measureClipping(Int16Array.of(TOP, TOP, BOTTOM, BOTTOM, TOP, TOP)).count).toBe(0);
    expect(measureClipping(Int16Array.of(TOP, TOP, TOP, BOTTOM, -TOP, BOTTOM, -TOP))).toEqual({
      count: 2,
      longestSamples: 4,
      sharePercent: 100,
    });
  });

  it('is found at the very beginning and the very end', () => {
    expect(measureClipping(Int16Array.of(TOP, TOP, TOP, 0, BOTTOM, BOTTOM, BOTTOM)).count).toBe(2);
    expect(measureClipping(new Int16Array())).toEqual({ count: 0, longestSamples: 0, sharePercent: 0 });
  });

  it('is just the runs that were put in', () => {
    const anyRuns = fc.array(fc.record({ length: fc.integer({ min: 1, max: 9 }), isHigh: fc.boolean() }));
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const samples = runs.flatMap(({ length, isHigh }) => [
          0,
          ...Array<number>(length).fill(isHigh ? TOP : BOTTOM),
        ]);
        const clipped = runs.map(({ length }) => length).filter((length) => length >= 3);
        const { count, longestSamples, sharePercent } = measureClipping(Int16Array.from(samples));
        expect(count).toBe(clipped.length);
        expect(longestSamples).toBe(Math.max(0, ...clipped));
        const sum = clipped.reduce((total, length) => total + length, 0);
        expect(sharePercent).toBeCloseTo(samples.length === 0 ? 0 : (100 * sum) / samples.length, 9);
      }),
    );
  });
});
