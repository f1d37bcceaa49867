import { describe, expect, it } from 'vitest';
import { gainDb } from '../signal/biquad.ts';
import { pinkNoise, sine } from '../signal/known-signals.ts';
import { kWeighting } from './k-weighting.ts';
import { integratedLufs } from './loudness.ts';

/** The bilinear transform squeezes the top: the lower the rate, the less of the head’s 4 dB is left at 1 kHz. */
const rates = [
  { sampleRate: 8000, within: 0.21 },
  { sampleRate: 11_025, within: 0.11 },
  { sampleRate: 16_000, within: 0.05 },
  { sampleRate: 22_050, within: 0.025 },
  { sampleRate: 24_000, within: 0.02 },
  { sampleRate: 44_100, within: 0.005 },
  { sampleRate: 48_000, within: 0.005 },
];

function joined(...parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

describe('the weighting', () => {
  it('is the table of the recommendation at 48 kHz', () => {
    const [shelf, cut] = kWeighting(48_000);
    expect(shelf!.b0).toBeCloseTo(1.53512485958697, 9);
    expect(shelf!.b1).toBeCloseTo(-2.69169618940638, 9);
    expect(shelf!.b2).toBeCloseTo(1.19839281085285, 9);
    expect(shelf!.a1).toBeCloseTo(-1.69065929318241, 9);
    expect(shelf!.a2).toBeCloseTo(0.73248077421585, 9);
    expect([cut!.b0, cut!.b1, cut!.b2]).toEqual([1, -2, 1]);
    expect(cut!.a1).toBeCloseTo(-1.99004745483398, 9);
    expect(cut!.a2).toBeCloseTo(0.99007225036621, 9);
  });

  it.each(rates)(
    'weighs at $sampleRate Hz as it does at 48 kHz, within $within dB',
    ({ sampleRate, within }) => {
      for (const frequency of [20, 50, 100, 300, 997]) {
        const expected = gainDb(kWeighting(48_000), frequency, 48_000);
        expect(Math.abs(gainDb(kWeighting(sampleRate), frequency, sampleRate) - expected)).toBeLessThan(
          within,
        );
      }
    },
  );
});

describe('loudness', () => {
  it.each(rates)(
    'of a sine of 997 Hz with a peak of −20 dBFS is −23.01 LUFS at $sampleRate Hz',
    ({ sampleRate, within }) => {
      // −20 dBFS peak is −23.01 dBFS RMS; the weighting’s 0.691 dB at 997 Hz is what the −0.691 takes off again.
      const lufs = integratedLufs(sine(997, -20, 5, sampleRate), sampleRate) ?? 0;
      expect(Math.abs(lufs + 23.01)).toBeLessThan(within);
    },
  );

  it('of any steady sine is its RMS, weighted', () => {
    for (const frequency of [60, 250, 3000, 6000]) {
      const expected = -0.691 - 30 - 3.0103 + gainDb(kWeighting(24_000), frequency, 24_000);
      expect(integratedLufs(sine(frequency, -30, 10, 24_000), 24_000)).toBeCloseTo(expected, 1);
    }
  });

  it('leaves quiet stretches out by the gate 10 LU below: EBU’s test of −36, −23 and −36 LUFS', () => {
    const quiet = sine(1000, -33, 10, 24_000);
    const signal = joined(quiet, sine(1000, -20, 60, 24_000), quiet);
    expect(integratedLufs(signal, 24_000)).toBeCloseTo(-23.0, 1);
  });

  it('keeps stretches that are less than 10 LU below', () => {
    const signal = joined(sine(997, -26, 30, 24_000), sine(997, -20, 30, 24_000));
    const expected = -23.01 + 10 * Math.log10((1 + 10 ** -0.6) / 2);
    expect(integratedLufs(signal, 24_000)).toBeCloseTo(expected, 1);
  });

  it('is not changed by silence around it, by the gate at −70', () => {
    const tone = sine(997, -20, 20, 24_000);
    const silence = new Float64Array(20 * 24_000);
    const alone = integratedLufs(tone, 24_000) ?? 0;
    expect(Math.abs((integratedLufs(joined(silence, tone, silence), 24_000) ?? 0) - alone)).toBeLessThan(0.1);
  });

  it('of silence, and of what lies below −70, is the floor', () => {
    expect(integratedLufs(new Float32Array(48_000), 24_000)).toBe(-120);
    expect(integratedLufs(sine(997, -70, 2, 24_000), 24_000)).toBe(-120);
  });

  it('takes 400 ms at least, and a rate that can be weighted', () => {
    expect(integratedLufs(sine(997, -20, 0.399, 24_000), 24_000)).toBeUndefined();
    expect(integratedLufs(sine(997, -20, 0.4, 24_000), 24_000)).toBeCloseTo(-23, 0);
    expect(integratedLufs(new Float32Array(5000), 3000)).toBeUndefined();
    expect(integratedLufs(new Float32Array(5000), Number.NaN)).toBeUndefined();
  });

  it('moves by 6.02 LU when the signal doubles', () => {
    const noise = pinkNoise(-30, 5, 24_000, 9);
    const louder = noise.map((value) => 2 * value);
    const difference = (integratedLufs(louder, 24_000) ?? 0) - (integratedLufs(noise, 24_000) ?? 0);
    expect(difference).toBeCloseTo(6.0206, 6);
  });
});
