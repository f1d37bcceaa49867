import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, likeness } from './correlation.ts';
import { createFourier } from './fourier.ts';
import { whiteNoise } from './known-signals.ts';

const RATE = 8000;
const longer = whiteNoise(-20, 1, RATE, 5);

describe('a piece laid over the signal that it was cut from', () => {
  it.each([0, 1, 777, 6000])('is found at %i, however quiet it is', (from) => {
    const piece = longer.slice(from, from + 2000).map((value) => value * 0.01);
    const { lag, peak } = correlate(piece, longer);
    expect(lag).toBe(from);
    expect(peak).toBeCloseTo(1, 9);
  });

  it('is half as alike in power when noise of the same power lies over it', () => {
    const noise = whiteNoise(-20, 0.5, RATE, 6);
    const piece = longer.slice(1000, 5000).map((value, at) => value + (noise[at] ?? 0));
    const { lag, peak } = correlate(piece, longer);
    expect(lag).toBe(1000);
    expect(peak).toBeCloseTo(Math.SQRT1_2, 1);
  });

  it('is not found in other noise', () => {
    expect(correlate(whiteNoise(-20, 0.25, RATE, 7), longer).peak).toBeLessThan(0.15);
  });

  it('is like nothing where either is silent', () => {
    expect(correlate(new Float64Array(100), longer)).toMatchObject({ lag: 0, peak: 0 });
    expect(correlate(longer.slice(0, 100), new Float64Array(400)).peak).toBe(0);
  });

  it('has no place in a shorter signal', () => {
    expect(correlate(longer, longer.slice(0, 10), createFourier(8192))).toMatchObject({ lag: 0, peak: 0 });
  });
});

describe('correlation by transform', () => {
  it('is the plain sum at every lag', () => {
    const anyValues = (maxLength: number) =>
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength });
    fc.assert(
      fc.property(anyValues(20), anyValues(60), (pieceValues, longerValues) => {
        const piece = Float64Array.from(pieceValues);
        const other = Float64Array.from(longerValues);
        fc.pre(other.length >= piece.length);
        correlate(piece, other).values.forEach((value, lag) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          const plain = likeness(piece, 0, other, lag, piece.length);
          const isLoud = other.slice(lag, lag + piece.length).some((sample) => Math.abs(sample) > 1e-3);
          if (isLoud) expect(value).toBeCloseTo(plain, 3);
        });
      }),
    );
  });

  it('refuses a transform that is too small', () => {
    expect(() => correlate(longer.slice(0, 10), longer, createFourier(1024))).toThrow(RangeError);
  });
});
