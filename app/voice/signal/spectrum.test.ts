import { describe, expect, it } from 'vitest';
import { createFourier, nextPowerOfTwo } from './fourier.ts';
import { sine, whiteNoise } from './known-signals.ts';
import { spectrogramOf } from './spectrogram.ts';
import { createSpectrumReader } from './spectrum.ts';

const RATE = 24_000;

function loudestBin(levels: Float32Array): number {
  return levels.indexOf(Math.max(...levels));
}

describe('a Fourier transform', () => {
  it('gives the signal back', () => {
    const fourier = createFourier(64);
    const input = Float64Array.from(whiteNoise(-20, 128 / RATE, RATE, 3));
    const back = fourier.backward(fourier.forward(input));
    back.forEach((value, at) => expect(value).toBeCloseTo(input[at] ?? 0, 12));
  });

  it('has a size that is a power of two', () => {
    expect([0, 2, 3, 1024, 1025].map(nextPowerOfTwo)).toEqual([2, 2, 4, 1024, 2048]);
  });
});

describe('a spectrum', () => {
  const reader = createSpectrumReader(1024, RATE);

  it.each([8, 43, 300, 511])(
    'reads a full-scale sine in the middle of bin %i at 0 dB, and nothing far from it',
    (bin) => {
      const levels = reader.read(sine((bin * RATE) / 1024, 0, 0.1, RATE), 100);
      expect(loudestBin(levels)).toBe(bin);
      expect(levels[bin]).toBeCloseTo(0, 1);
      const farLevels = levels.filter((_, at) => Math.abs(at - bin) > 3);
      expect(Math.max(...farLevels)).toBeLessThan(-60);
    },
  );

  it('reads a level of −20 dB between two bins within 1.5 dB, as a Hann window does', () => {
    const levels = reader.read(sine((43.5 * RATE) / 1024, -20, 0.1, RATE), 0);
    expect(Math.max(...levels)).toBeGreaterThan(-21.5);
    expect(Math.max(...levels)).toBeLessThanOrEqual(-20);
  });

  it('reads a DC offset at 0 Hz', () => {
    expect(reader.read(new Float32Array(1024).fill(0.1), 0)[0]).toBeCloseTo(-20, 3);
  });

  it('names its frequencies', () => {
    expect(reader.frequencies.length).toBe(513);
    expect(reader.frequencies[512]).toBe(12_000);
  });

  it('reads silence, also outside of the signal, as the floor', () => {
    expect(new Set(reader.read(new Float32Array(10).fill(1), 5000))).toEqual(new Set([-120]));
    expect(new Set(reader.read(new Float32Array(10).fill(1), -5000))).toEqual(new Set([-120]));
  });
});

describe('a spectrogram', () => {
  it('shows the low tone in the first half and the high one in the second', () => {
    const signal = Float64Array.from([...sine(750, -6, 0.5, RATE), ...sine(6000, -6, 0.5, RATE)]);
    const { columns, times, frequencies } = spectrogramOf(signal, RATE, { size: 512, columns: 10 });
    const loudest = columns.map((levels) => frequencies[loudestBin(levels)]);
    expect(loudest).toEqual([...Array<number>(5).fill(750), ...Array<number>(5).fill(6000)]);
    expect(times[0]).toBeCloseTo(0.05, 9);
    expect(times[9]).toBeCloseTo(0.95, 9);
  });

  it('shows a part of the signal alone', () => {
    const signal = Float64Array.from([...new Float64Array(RATE), ...sine(3000, -6, 1, RATE)]);
    const { columns, times } = spectrogramOf(signal, RATE, {
      size: 256,
      columns: 4,
      from: 1.2 * RATE,
      to: 1.8 * RATE,
    });
    expect(columns.map(loudestBin)).toEqual([32, 32, 32, 32]);
    expect(times[0]).toBeGreaterThan(1.2);
  });
});
