import { describe, expect, it } from 'vitest';
import { pinkNoise } from '../signal/known-signals.ts';
import { pcmOfSignal } from '../signal/signal.ts';
import { findZeroRuns } from './zero-runs.ts';

const RATE = 24_000;
const speech = pcmOfSignal(pinkNoise(-22, 2, RATE, 4)).map((sample) => (sample === 0 ? 1 : sample));

function withHole(from: number, ms: number): Int16Array {
  return speech.slice().fill(0, from, from + (ms * RATE) / 1000);
}

describe('holes in speech', () => {
  it('are runs of zeros over 2 ms that were cut into it', () => {
    const samples = withHole(12_000, 20).fill(0, 30_000, 30_060);
    expect(findZeroRuns(samples, RATE, -45)).toEqual([
      { from: 12_000, to: 12_480 },
      { from: 30_000, to: 30_060 },
    ]);
  });

  it('are not 2 ms and less, nor half a second and more', () => {
    expect(findZeroRuns(withHole(12_000, 2), RATE, -45)).toEqual([]);
    expect(findZeroRuns(withHole(12_000, 500), RATE, -45)).toHaveLength(1);
    expect(findZeroRuns(withHole(12_000, 501), RATE, -45)).toEqual([]);
  });

  it('are not where speech begins or ends', () => {
    expect(findZeroRuns(withHole(0, 50), RATE, -45)).toEqual([]);
    expect(findZeroRuns(withHole(speech.length - 1200, 50), RATE, -45)).toEqual([]);
  });

  it('are not a pause that speech faded into', () => {
    const faded = speech.map((sample, at) => {
      const msToPause = ((12_000 - at) / RATE) * 1000;
      if (msToPause > 60) return sample;
      if (msToPause > 0) return Math.round(sample * 10 ** (-(60 - msToPause) / 20));
      return at < 14_400 ? 0 : sample;
    });
    expect(findZeroRuns(faded, RATE, -45)).toEqual([]);
  });

  it('are not there in silence and in whole speech', () => {
    expect(findZeroRuns(speech, RATE, -45)).toEqual([]);
    expect(findZeroRuns(new Int16Array(RATE), RATE, -45)).toEqual([]);
    expect(findZeroRuns(new Int16Array(), RATE, -45)).toEqual([]);
  });
});
