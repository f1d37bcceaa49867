import { describe, expect, it } from 'vitest';
import { rmsDbfs } from '../signal/decibel.ts';
import { sine, talkingNoise, whiteNoise } from '../signal/known-signals.ts';
import { pcmOfSignal, type Signal } from '../signal/signal.ts';
import { measureMouthToEar, type Heard } from './mouth-to-ear.ts';

function delayed(signal: Signal, samples: number): Float64Array {
  const later = new Float64Array(signal.length);
  later.set(signal.subarray(0, Math.max(0, signal.length - samples)), samples);
  return later;
}

function mixed(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, at) => value + (other[at] ?? 0));
}

function heard(signal: Signal, sampleRate: number): Heard {
  const hasSpeech = (from: number, to: number): boolean => rmsDbfs(signal, from, to) > -45;
  return { samples: pcmOfSignal(signal), sampleRate, hasSpeech };
}

const RATE = 24_000;
const spoken = talkingNoise(5, RATE, 11);
const reference = { samples: pcmOfSignal(spoken), sampleRate: RATE, leadMs: 0 };

describe('mouth to ear', () => {
  it.each([11_025, 16_000, 24_000, 44_100, 48_000])('is found to the sample at %i Hz', (sampleRate) => {
    const mouth = talkingNoise(3, sampleRate, 12);
    const samples = Math.round(0.1873 * sampleRate);
    const result = measureMouthToEar(heard(delayed(mouth, samples), sampleRate), {
      samples: pcmOfSignal(mouth),
      sampleRate,
      leadMs: 0,
    });
    expect(result?.delayMs).toBeCloseTo((1000 * samples) / sampleRate, 6);
    expect(result?.correlation).toBeGreaterThan(0.99);
  });

  it('is found in noise of half the power, quieter than it was spoken', () => {
    const ear = delayed(spoken, 6001).map((value) => value * 0.2);
    const noisy = mixed(
      ear,
      delayed(
        talkingNoise(5, RATE, 99).map((value) => value * 0.14),
        6001,
      ),
    );
    const result = measureMouthToEar(heard(noisy, RATE), reference);
    expect(result?.delayMs).toBeCloseTo((1000 * 6001) / RATE, 6);
    expect(result?.correlation).toBeGreaterThan(0.75);
    expect(result?.correlation).toBeLessThan(0.9);
  });

  it.each([
    [40, 0],
    [1499, 0],
    [200, 5000],
    [200, -150],
  ])('of %i ms counts a lead of %i ms between the two recordings', (delayMs, leadMs) => {
    // Heard at `at` in the take is what the reference holds at at + lead − delay.
    const shift = ((delayMs - leadMs) * RATE) / 1000;
    const mouth = talkingNoise(8, RATE, 13);
    const ear = Float64Array.from({ length: 2 * RATE }, (_, at) => mouth[at - shift] ?? 0);
    const result = measureMouthToEar(heard(ear, RATE), {
      samples: pcmOfSignal(mouth),
      sampleRate: RATE,
      leadMs,
    });
    expect(result?.delayMs).toBeCloseTo(delayMs, 6);
  });

  it('is the median, also where a window slipped', () => {
    const ear = delayed(spoken, 4800);
    ear.set(delayed(spoken, 7200).subarray(0, RATE), 0);
    const result = measureMouthToEar(heard(ear, RATE), reference);
    expect(result?.delayMs).toBeCloseTo(200, 6);
    expect(result?.windows[1]?.delayMs).toBeCloseTo(300, 6);
    expect(result?.windows.map(({ atMs }) => atMs).slice(0, 3)).toEqual([0, 500, 1000]);
  });

  it('is refused where the take is not what was spoken', () => {
    const result = measureMouthToEar(heard(talkingNoise(5, RATE, 77), RATE), reference);
    expect(result?.delayMs).toBeUndefined();
    expect(result?.correlation).toBeLessThan(0.5);
    expect(new Set(result?.windows.map(({ verdict }) => verdict))).toEqual(new Set(['unlike']));
  });

  it('is refused where noise buries it', () => {
    const buried = mixed(delayed(spoken, 2400), whiteNoise(-14, 5, RATE, 5));
    expect(measureMouthToEar(heard(buried, RATE), reference)?.delayMs).toBeUndefined();
  });

  it('is refused for a steady tone, which fits in every period', () => {
    const tone = sine(997, -20, 3, RATE);
    const result = measureMouthToEar(heard(delayed(tone, 2400), RATE), {
      ...reference,
      samples: pcmOfSignal(tone),
    });
    expect(result?.delayMs).toBeUndefined();
    expect(result?.windows.at(-1)?.verdict).toBe('periodic');
  });

  it('is not fooled by a DC offset on both sides', () => {
    const offset = whiteNoise(-30, 3, RATE, 21).map((value) => value + 0.3);
    const other = whiteNoise(-30, 3, RATE, 22).map((value) => value + 0.3);
    const result = measureMouthToEar(heard(offset, RATE), { ...reference, samples: pcmOfSignal(other) });
    expect(result?.windows.at(-1)?.correlation).toBeLessThan(0.2);
  });

  it('looks at windows with speech alone', () => {
    const first = { ...heard(delayed(spoken, 2400), RATE), hasSpeech: (from: number) => from === 0 };
    expect(measureMouthToEar(first, reference)?.windows).toHaveLength(1);
    const none = measureMouthToEar({ ...first, hasSpeech: () => false }, reference);
    expect(none).toEqual({ delayMs: undefined, correlation: undefined, windows: [] });
  });

  it('is not measured against another rate, or with a lead that is no lead', () => {
    const ear = heard(spoken, RATE);
    expect(measureMouthToEar(ear, { ...reference, sampleRate: 48_000 })).toBeUndefined();
    for (const leadMs of [Number.NaN, Infinity, 1e300]) {
      expect(measureMouthToEar(ear, { ...reference, leadMs })).toBeUndefined();
    }
    expect(measureMouthToEar(ear, { ...reference, leadMs: -3_600_000 })?.delayMs).toBeUndefined();
    expect(measureMouthToEar(ear, { ...reference, samples: new Int16Array() })?.delayMs).toBeUndefined();
  });
});
