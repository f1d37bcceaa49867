import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sine, whiteNoise } from '../../app/voice/signal/known-signals.ts';
import { conceal, CONCEALMENT_MS, HISTORY_MS } from './concealment.ts';

const RATE = 24_000;
const history = (hertz: number, rate = RATE): Float32Array =>
  Float32Array.from(sine(hertz, -6, HISTORY_MS / 1000, rate));
const first = (at: (index: number) => number, ms: number, rate = RATE): number[] =>
  Array.from({ length: (rate * ms) / 1000 }, (_, index) => at(index));

describe('a concealment', () => {
  it.each([
    [90, 24_000],
    [130, 24_000],
    [215, 11_025],
    [215, 48_000],
    [380, 44_100],
  ])('goes on with a tone of %d Hz at %d Hz', (hertz, rate) => {
    const heard = history(hertz, rate);
    const made = first(conceal(heard, rate), 10, rate);
    const wanted = sine(hertz, -6, 0.1, rate).subarray(heard.length, heard.length + made.length);
    const worst = Math.max(...made.map((value, at) => Math.abs(value - wanted[at]!)));
    expect(worst).toBeLessThan(0.08);
  });

  it('is what was heard before the end, and silent after 60 ms', () => {
    const heard = history(200);
    const at = conceal(heard, RATE);
    expect(at(-1)).toBe(heard.at(-1));
    expect(at(-heard.length)).toBe(heard[0]);
    expect(at((RATE * CONCEALMENT_MS) / 1000)).toBe(0);
    expect(at(RATE)).toBe(0);
  });

  it('is silent after silence', () => {
    expect(Math.max(...first(conceal(new Float32Array(1000), RATE), 60))).toBe(0);
  });

  it('is never much louder than what was heard, whatever that was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const heard = Float32Array.from(whiteNoise(-20, HISTORY_MS / 1000, RATE, seed));
        const loudest = Math.max(...heard.map(Math.abs));
        expect(Math.max(...first(conceal(heard, RATE), 60).map(Math.abs))).toBeLessThanOrEqual(3 * loudest);
      }),
      { numRuns: 30 },
    );
  });
});
