import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResampler, resample } from './resampler.ts';

function tone(hertz: number, sampleRate: number, seconds = 0.5): Float32Array {
  return Float32Array.from({ length: sampleRate * seconds }, (_, index) =>
    Math.sin((2 * Math.PI * hertz * index) / sampleRate),
  );
}

/** RMS away from both ends. */
function level(samples: Float32Array): number {
  const inner = samples.subarray(2000, -2000);
  return Math.sqrt(inner.reduce((sum, value) => sum + value * value, 0) / inner.length);
}

const decibel = (ratio: number): number => 20 * Math.log10(ratio);

describe('a resampler', () => {
  it.each([
    [48_000, 24_000],
    [44_100, 24_000],
    [16_000, 24_000],
    [24_000, 48_000],
    [24_000, 44_100],
    [24_000, 11_025],
  ])('from %i to %i Hz leaves tones of the passband as they are', (from, to) => {
    const highest = 0.84 * Math.min(from, to) * 0.5;
    for (const hertz of [100, 997, highest]) {
      const wanted = tone(hertz, to);
      const heard = resample(tone(hertz, from), from, to);
      expect(heard).toHaveLength(Math.ceil(to / 2));
      const difference = wanted.map((value, index) => value - (heard[index] ?? 0));
      expect(decibel(level(difference) / level(wanted))).toBeLessThan(-55);
    }
  });

  it('lets nothing through that would be folded back', () => {
    for (const hertz of [12_000, 14_000, 20_000])
      expect(decibel(level(resample(tone(hertz, 48_000), 48_000, 24_000)))).toBeLessThan(-65);
    for (const hertz of [5600, 9000])
      expect(decibel(level(resample(tone(hertz, 24_000), 24_000, 11_025)))).toBeLessThan(-65);
  });

  it('adds no mirror images above what was there', () => {
    const up = resample(tone(9000, 24_000), 24_000, 48_000);
    const wanted = tone(9000, 48_000);
    expect(decibel(level(up.map((value, index) => value - (wanted[index] ?? 0))))).toBeLessThan(-55);
  });

  it('gives the same in whatever blocks, and exactly as many samples as the rates say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(11_025, 16_000, 22_050, 24_000, 44_100, 48_000),
        fc.array(fc.nat(700), { minLength: 1, maxLength: 12 }),
        (rate, blocks) => {
          const total = blocks.reduce((sum, length) => sum + length, 0);
          const samples = Float32Array.from({ length: total }, (_, index) => Math.sin(index * 0.3));
          const atOnce = createResampler(24_000, rate).push(samples);
          const inBlocks = createResampler(24_000, rate);
          let at = 0;
          const pieces = blocks.flatMap((length) => {
            const piece = inBlocks.push(samples.subarray(at, at + length));
            at += length;
            return [...piece];
          });
          expect(pieces).toHaveLength(Math.ceil((total * rate) / 24_000));
          const farthest = Math.max(
            0,
            ...pieces.map((value, index) => Math.abs(value - (atOnce[index] ?? 9))),
          );
          expect(farthest).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 50 },
    );
  });
});
