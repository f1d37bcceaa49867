import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decibelOfAmplitude, peakDbfs, rmsDbfs, SILENCE_DB } from './decibel.ts';
import { sine, whiteNoise } from './known-signals.ts';
import { pcmOfSignal, signalOfPcm } from './signal.ts';

const RATE = 24_000;

describe('levels', () => {
  it('of a full-scale sine are 0 dBFS peak and −3.01 dBFS RMS', () => {
    const tone = sine(1000, 0, 1, RATE);
    expect(peakDbfs(tone)).toBeCloseTo(0, 9);
    expect(rmsDbfs(tone)).toBeCloseTo(-3.0103, 4);
  });

  it('of a full-scale square are 0 dBFS both', () => {
    const square = Float64Array.from({ length: 480 }, (_, at) => (at % 48 < 24 ? 1 : -1));
    expect([peakDbfs(square), rmsDbfs(square)]).toEqual([0, 0]);
  });

  it('of silence, and of nothing, are the floor and not −∞', () => {
    expect([peakDbfs(new Float32Array(480)), rmsDbfs(new Float32Array(480))]).toEqual([
      SILENCE_DB,
      SILENCE_DB,
    ]);
    expect([peakDbfs(new Float32Array()), rmsDbfs(new Float32Array())]).toEqual([SILENCE_DB, SILENCE_DB]);
    expect(decibelOfAmplitude(1e-9)).toBe(SILENCE_DB);
  });

  it('of noise are those that it was made with', () => {
    expect(rmsDbfs(whiteNoise(-30, 4, RATE, 1))).toBeCloseTo(-30, 1);
  });

  it('of a part count that part alone', () => {
    const half = Float32Array.from([0, 0, 0.5, -0.5]);
    expect(rmsDbfs(half, 2, 4)).toBeCloseTo(-6.0206, 4);
    expect(peakDbfs(half, 0, 2)).toBe(SILENCE_DB);
  });

  it('move by 6.02 dB when the signal doubles', () => {
    const anySignal = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), {
      minLength: 1,
      maxLength: 500,
    });
    fc.assert(
      fc.property(anySignal, (values) => {
        const signal = Float64Array.from(values);
        fc.pre(rmsDbfs(signal) > SILENCE_DB + 1);
        const doubled = signal.map((value) => 2 * value);
        expect(rmsDbfs(doubled) - rmsDbfs(signal)).toBeCloseTo(6.0206, 4);
        expect(peakDbfs(doubled) - peakDbfs(signal)).toBeCloseTo(6.0206, 4);
      }),
    );
  });
});

describe('16-bit samples', () => {
  it('are the same after the way to a signal and back', () => {
    const all = Int16Array.from({ length: 65_536 }, (_, at) => at - 32_768);
    expect(pcmOfSignal(signalOfPcm(all))).toEqual(all);
  });

  it('are held at full scale, and 0 for what is no number', () => {
    expect([...pcmOfSignal(Float64Array.of(2, -2, Infinity, -Infinity, NaN, 1))]).toEqual([
      32_767, -32_768, 32_767, -32_768, 0, 32_767,
    ]);
  });
});
