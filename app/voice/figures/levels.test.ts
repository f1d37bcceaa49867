import { describe, expect, it } from 'vitest';
import { framesOf } from '../signal/frames.ts';
import { peakDbfs, rmsDbfs } from '../signal/decibel.ts';
import { pinkNoise, sine } from '../signal/known-signals.ts';
import type { Signal } from '../signal/signal.ts';
import { createLevelMeter, frameLevels } from './levels.ts';

describe('levels of a take', () => {
  it('are those of each 20 ms', () => {
    const signal = Float64Array.from([...sine(1000, -20, 0.02, 24_000), ...new Float64Array(480)]);
    const { rmsDbfs, peakDbfs } = frameLevels(signal, framesOf(signal.length, 24_000));
    expect([...rmsDbfs].map((level) => level.toFixed(2))).toEqual(['-23.01', '-120.00']);
    expect([...peakDbfs].map((level) => level.toFixed(2))).toEqual(['-20.00', '-120.00']);
  });
});

function levelOf(...pieces: readonly Signal[]) {
  const meter = createLevelMeter();
  for (const piece of pieces) meter.push(piece);
  return meter.read();
}

describe('a DC offset', () => {
  it('is the mean, with its sign, under any tone', () => {
    const shifted = sine(1000, -20, 1, 24_000).map((value) => value - 0.05);
    expect(levelOf(shifted).dcOffsetPercent).toBeCloseTo(-5, 6);
    expect(levelOf(sine(1000, -20, 1, 24_000)).dcOffsetPercent).toBeCloseTo(0, 6);
  });

  it('is not measured of nothing', () => {
    expect(levelOf()).toEqual({ rmsDbfs: -120, peakDbfs: -120, dcOffsetPercent: undefined });
  });
});

describe('the level of a whole sound', () => {
  it('is the same to the bit in whatever pieces it comes', () => {
    const sound = pinkNoise(-22, 1, 24_000, 7);
    const cuts = [0, 1, 480, 481, 9000, sound.length];
    const pieces = cuts.map((from, index) => sound.subarray(from, cuts[index + 1] ?? from));
    expect(levelOf(...pieces)).toEqual(levelOf(sound));
    expect(levelOf(sound)).toMatchObject({ rmsDbfs: rmsDbfs(sound), peakDbfs: peakDbfs(sound) });
  });

  it('takes its peak on either side of zero', () => {
    expect(levelOf(Float64Array.of(0.1, -0.5, 0.2)).peakDbfs).toBeCloseTo(-6.02, 2);
    expect(levelOf(Float64Array.of(0.1, 0.5, -0.2)).peakDbfs).toBeCloseTo(-6.02, 2);
  });
});
