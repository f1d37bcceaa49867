import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPushedSamples } from './pushed-samples.ts';
import { createSource } from './sources.ts';
import type { VoiceSourceKnob } from './voice-knobs.ts';

function heard(knob: VoiceSourceKnob, count: number, seed = 1): Float32Array {
  return createSource(knob, seed, createPushedSamples()).read(count);
}

const peakOf = (samples: Float32Array): number =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function zeroCrossings(samples: Float32Array): number {
  return samples.filter((value, index) => index > 0 && value >= 0 && (samples[index - 1] ?? 0) < 0).length;
}

const speech = { kind: 'speech', peakDbfs: 0 } as const;
/** A third of a second of another rate. */
const file = {
  kind: 'samples',
  samples: Float32Array.from({ length: 14_700 }, (_, at) => Math.sin(at / 9) * (at / 14_700)),
  sampleRate: 44_100,
  isRepeated: true,
} as const;

describe('a source', () => {
  it('of a tone has its pitch and its level', () => {
    const samples = heard({ kind: 'tone', hertz: 1000, peakDbfs: -20 }, 24_000);
    expect(peakOf(samples)).toBeCloseTo(0.1, 4);
    expect(zeroCrossings(samples)).toBeCloseTo(1000, -1);
  });

  it('that sweeps goes from one pitch to the other, and again', () => {
    const samples = heard({ kind: 'sweep', fromHertz: 200, toHertz: 2200, seconds: 2, peakDbfs: 0 }, 96_000);
    const tenth = (from: number): number => zeroCrossings(samples.subarray(from, from + 2400)) * 10;
    expect(tenth(0)).toBeLessThan(320);
    expect(tenth(24_000)).toBeGreaterThan(1100);
    expect(tenth(45_600)).toBeGreaterThan(2000);
    expect(samples.subarray(48_000)).toEqual(samples.subarray(0, 48_000));
  });

  it('of speech has syllables and pauses, no steady tone, and differs by its seed', () => {
    const samples = heard(speech, 24_000 * 10);
    expect(peakOf(samples)).toBeGreaterThan(0.5);
    expect(peakOf(samples)).toBeLessThanOrEqual(1);
    const levels = Array.from({ length: 500 }, (_, frame) =>
      peakOf(samples.subarray(frame * 480, (frame + 1) * 480)),
    );
    const quiet = levels.filter((level) => level < 0.001).length;
    expect(quiet).toBeGreaterThan(60);
    expect(quiet).toBeLessThan(250);
    const voiced = levels.filter((level) => level > 0.1).length;
    expect(voiced).toBeGreaterThan(200);
    const pitches = new Set(
      Array.from({ length: 12 }, (_, slot) =>
        zeroCrossings(samples.subarray(slot * 5280, (slot + 1) * 5280)),
      ),
    );
    expect(pitches.size).toBeGreaterThan(6);
    expect(heard(speech, 5000, 2)).not.toEqual(samples.subarray(0, 5000));
  });

  it('of a file clips what is too loud, and is silent for what is no number', () => {
    const samples = Float32Array.of(2, Number.NaN, -3, 0.5);
    expect(heard({ kind: 'samples', samples, sampleRate: 24_000, isRepeated: true }, 6)).toEqual(
      Float32Array.of(1, 0, -1, 0.5, 1, 0),
    );
    expect(heard({ kind: 'samples', samples, sampleRate: 24_000, isRepeated: false }, 6)).toEqual(
      Float32Array.of(1, 0, -1, 0.5, 0, 0),
    );
  });

  it('of a file of another rate ends with it, or begins again', () => {
    const repeated = heard(file, 16_000);
    expect(peakOf(repeated.subarray(7900, 8000))).toBeGreaterThan(0.9);
    expect(repeated.subarray(8000)).toEqual(repeated.subarray(0, 8000));
    const once = heard({ ...file, isRepeated: false }, 16_000);
    expect(once.subarray(0, 8000)).toEqual(repeated.subarray(0, 8000));
    expect(peakOf(once.subarray(8000))).toBe(0);
  });

  it('gives the same in whatever blocks, whatever was skipped before', () => {
    fc.assert(
      fc.property(fc.constantFrom(speech, file), fc.nat(30_000), fc.nat(3000), (knob, skipped, count) => {
        const whole = heard(knob, skipped + count);
        const source = createSource(knob, 1, createPushedSamples());
        source.skip(skipped);
        expect(source.read(count)).toEqual(whole.subarray(skipped));
      }),
      { numRuns: 20 },
    );
  });
});

describe('samples from outside', () => {
  it('wait half a second at most, oldest forgotten, and are silence until a block is whole', () => {
    const pushed = createPushedSamples();
    pushed.push(new Float32Array(400).fill(0.5), 24_000);
    expect(peakOf(pushed.take(480))).toBe(0);
    pushed.push(new Float32Array(100).fill(0.25), 24_000);
    expect([...pushed.take(480)]).toEqual([
      ...new Array<number>(400).fill(0.5),
      ...new Array<number>(80).fill(0.25),
    ]);
    pushed.push(new Float32Array(20_000).fill(0.1), 24_000);
    pushed.push(new Float32Array(12_000).fill(0.2), 24_000);
    pushed.skip(11_520);
    expect(pushed.take(480)[0]).toBeCloseTo(0.2);
    expect(peakOf(pushed.take(480))).toBe(0);
  });

  it('of before the recording are forgotten but for the newest 40 ms', () => {
    const pushed = createPushedSamples();
    pushed.push(new Float32Array(10_000).fill(0.1), 24_000);
    pushed.push(new Float32Array(960).fill(0.2), 24_000);
    const source = createSource({ kind: 'outside' }, 1, pushed);
    expect(source.read(480)[0]).toBeCloseTo(0.2);
    expect(source.read(480)[0]).toBeCloseTo(0.2);
    expect(peakOf(source.read(480))).toBe(0);
  });
});
