import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnEnvelope, frameEnvelope } from './envelope.ts';
import { framesOf } from './frames.ts';

describe('frames of 20 ms', () => {
  it('have 480 samples at 24 kHz, the last one what is left', () => {
    expect(framesOf(1000, 24_000)).toEqual([
      { from: 0, to: 480 },
      { from: 480, to: 960 },
      { from: 960, to: 1000 },
    ]);
    expect(framesOf(0, 24_000)).toEqual([]);
  });

  it('cover every sample once and do not drift at any rate', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 4000, max: 96_000 }), (length, sampleRate) => {
        const frames = framesOf(length, sampleRate);
        let end = 0;
        frames.forEach(({ from, to }, index) => {
          expect(from).toBe(end);
          expect(Math.abs(from - index * 0.02 * sampleRate)).toBeLessThanOrEqual(0.5 + 1e-9);
          expect(to).toBeGreaterThan(from);
          end = to;
        });
        expect(end).toBe(length);
      }),
    );
  });

  it('cannot be shorter than a sample', () => {
    expect(() => framesOf(100, 10)).toThrow(RangeError);
    expect(() => framesOf(100, Number.NaN)).toThrow(RangeError);
  });
});

describe('a waveform', () => {
  const signal = Float32Array.from({ length: 960 }, (_, at) =>
    at < 480 ? 0.5 : at % 2 === 0 ? 0.25 : -0.75,
  );

  it('shows the lowest, the highest and the RMS of each frame', () => {
    const { min, max, rms } = frameEnvelope(signal, 24_000);
    expect([...min]).toEqual([0.5, -0.75]);
    expect([...max]).toEqual([0.5, 0.25]);
    expect(rms[0]).toBeCloseTo(0.5, 6);
    expect(rms[1]).toBeCloseTo(Math.sqrt((0.25 ** 2 + 0.75 ** 2) / 2), 6);
  });

  it('shows every sample in some column, whatever the zoom', () => {
    const oneClick = new Float32Array(10_000);
    oneClick[7321] = -0.9;
    for (const columns of [1, 7, 333, 10_000, 25_000]) {
      expect(Math.min(...columnEnvelope(oneClick, 0, 10_000, columns).min)).toBeCloseTo(-0.9, 6);
    }
  });

  it('shows the sample under a column that is narrower than it', () => {
    const { min, max } = columnEnvelope(Float32Array.of(0.1, 0.2), 0, 2, 6);
    expect([...max].map((value) => value.toFixed(1))).toEqual(['0.1', '0.1', '0.1', '0.2', '0.2', '0.2']);
    expect([...min]).toEqual([...max]);
  });

  it('is flat outside of the signal', () => {
    const { min, max, rms } = columnEnvelope(Float32Array.of(1, 1), -2, 4, 3);
    expect([[...min], [...max], [...rms]]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });
});
