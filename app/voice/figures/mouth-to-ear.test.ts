import { describe, expect, it } from 'vitest';
import { rmsDbfs } from '../signal/decibel.ts';
import { sine, talkingNoise, whiteNoise } from '../signal/known-signals.ts';
import { resample } from '../signal/resampler.ts';
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

/** Heard on and on, as much later than it was spoken all the time. */
const steady = (leadMs: number) => [{ fromSample: 0, leadMs, beginsSpurt: true }];

const RATE = 24_000;
const spoken = talkingNoise(5, RATE, 11);
const reference = { samples: pcmOfSignal(spoken), sampleRate: RATE, leads: steady(0) };

describe('mouth to ear', () => {
  it.each([11_025, 16_000, 24_000, 44_100, 48_000])('is found to the sample at %i Hz', (sampleRate) => {
    const mouth = talkingNoise(3, sampleRate, 12);
    const samples = Math.round(0.1873 * sampleRate);
    const result = measureMouthToEar(heard(delayed(mouth, samples), sampleRate), {
      samples: pcmOfSignal(mouth),
      sampleRate,
      leads: steady(0),
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
      leads: steady(leadMs),
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

  it('is not measured without a lead, or with one that is none', () => {
    const ear = heard(spoken, RATE);
    expect(measureMouthToEar(ear, { ...reference, leads: [] })).toBeUndefined();
    expect(measureMouthToEar(ear, { ...reference, sampleRate: 0 })).toBeUndefined();
    for (const leadMs of [Number.NaN, Infinity, 1e300]) {
      expect(measureMouthToEar(ear, { ...reference, leads: steady(leadMs) })).toBeUndefined();
    }
    expect(measureMouthToEar(ear, { ...reference, leads: steady(-3_600_000) })?.delayMs).toBeUndefined();
    expect(measureMouthToEar(ear, { ...reference, samples: new Int16Array() })?.delayMs).toBeUndefined();
  });
});

describe('a take of two spurts', () => {
  // The reference runs on for five seconds; heard were 1.5 s from 0.5 s on and 1.5 s from 3 s on, closed up.
  const pieces = [0.5 * RATE, 3 * RATE].map((from) => spoken.subarray(from, from + 1.5 * RATE));
  const ear = Float64Array.from(pieces.flatMap((piece) => [...piece]));
  const spurts = (delayMs: number, laterMs = delayMs) => [
    { fromSample: 0, leadMs: 500 + delayMs, beginsSpurt: true },
    { fromSample: 1.5 * RATE, leadMs: 3000 + laterMs, beginsSpurt: true },
  ];
  const voiced = { ...heard(ear, RATE), hasSpeech: () => true };

  it('has the delay that it was made with, in both of them', () => {
    const result = measureMouthToEar(voiced, { ...reference, leads: spurts(130) });
    expect(result?.windows.map(({ atMs }) => atMs)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    for (const { delayMs } of result?.windows ?? []) expect(delayMs).toBeCloseTo(130, 6);
    const wrong = measureMouthToEar(voiced, { ...reference, leads: spurts(130).slice(0, 1) });
    expect(wrong?.windows.at(-1)?.delayMs).not.toBeCloseTo(130, 0);
  });

  it('tells a delay of its own of each', () => {
    const result = measureMouthToEar(voiced, { ...reference, leads: spurts(100, 300) });
    expect(result?.windows.map(({ delayMs }) => Math.round(delayMs))).toEqual([100, 100, 100, 300, 300, 300]);
  });

  it('begins its windows anew with a spurt', () => {
    const cutShort = Float64Array.from([...ear.subarray(0, 0.7 * RATE), ...ear.subarray(1.5 * RATE)]);
    const leads = [
      { fromSample: 0, leadMs: 630, beginsSpurt: true },
      { fromSample: 0.7 * RATE, leadMs: 3130, beginsSpurt: true },
    ];
    const result = measureMouthToEar(
      { ...heard(cutShort, RATE), hasSpeech: () => true },
      { ...reference, leads },
    );
    expect(result?.windows.map(({ atMs }) => atMs)).toEqual([0, 700, 1200, 1700]);
    for (const { delayMs } of result?.windows ?? []) expect(delayMs).toBeCloseTo(130, 6);
  });

  it('that lost a stretch is right before and behind it', () => {
    // 200 ms in the middle of the first spurt were lost and are silent; nothing moved.
    const lossy = { ...voiced, samples: voiced.samples.slice().fill(0, 0.8 * RATE, RATE) };
    const result = measureMouthToEar(lossy, { ...reference, leads: spurts(130) });
    expect(result?.delayMs).toBeCloseTo(130, 6);
    expect(result?.windows[1]?.correlation).toBeLessThan(0.95);
    expect(result?.windows[0]?.correlation).toBeGreaterThan(0.99);
  });

  it('counts packets that came unevenly by their share of the window', () => {
    const leads = spurts(100).flatMap((lead) => [
      lead,
      { fromSample: lead.fromSample + RATE / 4, leadMs: lead.leadMs + 250 + 40, beginsSpurt: false },
      { fromSample: lead.fromSample + RATE / 2, leadMs: lead.leadMs + 500, beginsSpurt: false },
    ]);
    const result = measureMouthToEar(voiced, { ...reference, leads });
    expect(result?.windows.map(({ delayMs }) => Math.round(delayMs))).toEqual([120, 100, 100, 120, 100, 100]);
  });

  it.each([11_025, 16_000, 44_100, 48_000])('is measured at %i Hz against a reference of 24 kHz', (rate) => {
    const samples = pcmOfSignal(resample(Float32Array.from(ear), RATE, rate));
    const leads = spurts(130).map((lead) => ({ ...lead, fromSample: (lead.fromSample * rate) / RATE }));
    const result = measureMouthToEar(
      { samples, sampleRate: rate, hasSpeech: () => true },
      { ...reference, leads },
    );
    expect(result?.windows.length).toBeGreaterThanOrEqual(5);
    for (const { delayMs } of result?.windows ?? []) expect(Math.abs(delayMs - 130)).toBeLessThan(0.1);
  });
});

it('looks at no more than 24 windows of a long take, spread over it', () => {
  const mouth = talkingNoise(30, RATE, 17);
  const long = { ...heard(delayed(mouth, 2400), RATE), hasSpeech: () => true };
  const result = measureMouthToEar(long, { ...reference, samples: pcmOfSignal(mouth) });
  expect(result?.windows).toHaveLength(24);
  expect(result?.windows.at(-1)?.atMs).toBeGreaterThan(28_000);
  expect(result?.delayMs).toBeCloseTo(100, 6);
});
