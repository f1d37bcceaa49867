import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsInForce } from '../take-limits.ts';
import { sine, talkingNoise } from '../signal/known-signals.ts';
import { pcmOfSignal } from '../signal/signal.ts';
import { assess } from './assess.ts';
import { figureKeys } from './figure-table.ts';
import { measureTake } from './measure-take.ts';
import { someSpurt } from './some-frames.ts';
import type { TakeRecord } from './take-record.ts';

const RATE = 24_000;
const spoken = pcmOfSignal(talkingNoise(4, RATE, 31));

const goodTake: TakeRecord = {
  ...someSpurt(200),
  samples: Int16Array.from([...new Int16Array(2400), ...spoken]),
  sampleRate: RATE,
  times: { keyDownAt: 900, firstPacketAt: 1080, stopAt: 5000, notRecordingAt: 5300 },
  duplicatePackets: 0,
  undecodedPackets: 0,
  underruns: 0,
  captureToScreenMs: [20, 30, 25, 28],
  reference: { samples: spoken, sampleRate: RATE, leads: [{ fromSample: 0, leadMs: 0, beginsSpurt: true }] },
};

const empty: TakeRecord = { samples: new Int16Array(), sampleRate: RATE, frames: [], packets: [], times: {} };

describe('a good take', () => {
  const { figures, levels, isSpeech, mouthToEar } = measureTake(goodTake);

  it('has every figure, and passes', () => {
    expect(figureKeys.filter((key) => figures[key] === undefined)).toEqual([]);
    expect(assess(figures, limitsInForce({}))).toMatchObject({ verdict: 'pass', failed: [] });
  });

  it('has the figures that it was made with', () => {
    expect(figures.durationSeconds).toBeCloseTo(4.1, 9);
    expect(figures.mouthToEarMs).toBeCloseTo(100, 6);
    expect(figures.mouthToEarCorrelation).toBeGreaterThan(0.99);
    expect([figures.startLatencyMs, figures.tailMs]).toEqual([180, 300]);
    expect([figures.captureToScreenP50Ms, figures.captureToScreenP95Ms]).toEqual([25, 30]);
    expect([figures.lossPercent, figures.lossBurstMean, figures.jitterMs]).toEqual([0, 0, 0]);
    expect((figures.speechPercent ?? 0) + (figures.silencePercent ?? 0)).toBe(100);
    expect(figures.payloadKbps).toBeCloseTo(32, 9);
  });

  it('has a level for each 20 ms, and finds windows with speech alone', () => {
    expect([levels.rmsDbfs.length, levels.peakDbfs.length, isSpeech.length]).toEqual([205, 205, 205]);
    expect(mouthToEar.length).toBeGreaterThan(4);
    expect(mouthToEar.length).toBeLessThan(8);
  });
});

describe('a take that went wrong', () => {
  it('fails by a hole in its sound, though every packet came', () => {
    const samples = goodTake.samples.slice().fill(0, 3600, 3840);
    const { figures, zeroRuns } = measureTake({ ...goodTake, samples });
    expect([figures.zeroRunCount, figures.zeroRunLongestMs, figures.sequenceGapCount]).toEqual([1, 10, 0]);
    expect(zeroRuns).toEqual([{ from: 3600, to: 3840 }]);
    expect(assess(figures, limitsInForce({})).failed).toEqual(['zeroRunCount']);
  });

  it('fails by lost packets, though its sound is whole', () => {
    const frames = goodTake.frames.filter(({ seq }) => seq < 40 || seq >= 48);
    const { figures, lossBursts } = measureTake({ ...goodTake, frames });
    expect([figures.lossPercent, figures.lossBurstLongest, figures.zeroRunCount]).toEqual([4, 8, 0]);
    expect(lossBursts).toEqual([8]);
    expect(assess(figures, limitsInForce({})).failed).toEqual([
      'sequenceGapCount',
      'lossPercent',
      'lossBurstLongest',
    ]);
  });

  it('tells silence of the sound from DTX of the transport', () => {
    const frames = goodTake.frames.map((frame) => ({ ...frame, bytes: 1, isDtx: frame.seq % 4 === 0 }));
    const silent = measureTake({ ...goodTake, samples: new Int16Array(RATE), frames }).figures;
    expect([silent.silencePercent, silent.dtxPercent]).toEqual([100, 25]);
    const loud = measureTake({ ...goodTake, samples: pcmOfSignal(sine(997, -20, 1, RATE)), frames }).figures;
    expect([loud.silencePercent, loud.dtxPercent]).toEqual([0, 25]);
  });
});

describe('a take of which little is known', () => {
  it('has no figure at all where there is nothing', () => {
    expect(Object.values(measureTake(empty).figures).filter((value) => value !== undefined)).toEqual([]);
    expect(assess(measureTake(empty).figures, limitsInForce({})).verdict).toBe('empty');
  });

  it('has the figures of its sound where that is all', () => {
    const { figures } = measureTake({ ...empty, samples: pcmOfSignal(sine(997, -20, 1, RATE)) });
    expect(figures.rmsDbfs).toBeCloseTo(-23.01, 2);
    expect(figures.peakDbfs).toBeCloseTo(-20, 2);
    expect(figures.loudnessLufs).toBeCloseTo(-23.0, 1);
    expect([figures.jitterMs, figures.lossPercent, figures.underrunCount, figures.mouthToEarMs]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('reads silence as the floor of −120', () => {
    const { figures } = measureTake({ ...empty, samples: new Int16Array(RATE) });
    expect([figures.rmsDbfs, figures.peakDbfs, figures.loudnessLufs, figures.noiseFloorDbfs]).toEqual(
      Array(4).fill(-120),
    );
    expect([figures.snrDb, figures.speechPercent, figures.silencePercent]).toEqual([undefined, 0, 100]);
  });
});

const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 70_000 }),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -0),
);
const anySample = fc.oneof(
  fc.constantFrom(-32_768, -32_767, 0, 32_767),
  fc.integer({ min: -32_768, max: 32_767 }),
);
const anySamples = fc.oneof(
  fc.array(anySample, { maxLength: 200 }).map((samples) => Int16Array.from(samples)),
  fc.tuple(fc.nat(9000), anySample).map(([length, sample]) => new Int16Array(length).fill(sample)),
);
const anyRate = fc.oneof(fc.constantFrom(8000, 11_025, 24_000, 48_000), anyNumber);
const anyRecord: fc.Arbitrary<TakeRecord> = fc.record({
  samples: anySamples,
  sampleRate: anyRate,
  frames: fc.array(
    fc.record({
      spurt: fc.nat(2),
      seq: anyNumber,
      packet: fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined }),
      mediaTimeMs: anyNumber,
      bytes: anyNumber,
      isDtx: fc.boolean(),
      isLost: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
  packets: fc.array(fc.record({ arrivedAt: anyNumber, bytes: anyNumber }), { maxLength: 10 }),
  times: fc.record(
    { keyDownAt: anyNumber, firstPacketAt: anyNumber, stopAt: anyNumber, notRecordingAt: anyNumber },
    { requiredKeys: [] },
  ),
  underruns: fc.option(anyNumber, { nil: undefined }),
  captureToScreenMs: fc.option(fc.array(anyNumber), { nil: undefined }),
  playbackMs: fc.option(anyNumber, { nil: undefined }),
  reference: fc.option(
    fc.record({
      samples: anySamples,
      sampleRate: anyRate,
      leads: fc.array(fc.record({ fromSample: anyNumber, leadMs: anyNumber, beginsSpurt: fc.boolean() }), {
        maxLength: 5,
      }),
    }),
    { nil: undefined },
  ),
});

describe('whatever a take holds', () => {
  it('its figures are finite or not there', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { figures, levels } = measureTake(record);
        for (const key of figureKeys) expect(figures[key] ?? 0).toSatisfy(Number.isFinite);
        expect([...levels.rmsDbfs, ...levels.peakDbfs].every(Number.isFinite)).toBe(true);
        expect(Object.keys(figures)).toEqual(figureKeys);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('half of its level is 6.02 dB less of RMS, peak, loudness and noise, and no less of anything else', () => {
    const louder = { ...empty, samples: spoken.map((sample) => 2 * Math.trunc(sample / 2)) };
    const quieter = { ...empty, samples: louder.samples.map((sample) => sample / 2) };
    const [one, other] = [measureTake(louder).figures, measureTake(quieter).figures];
    for (const key of ['rmsDbfs', 'peakDbfs', 'loudnessLufs', 'noiseFloorDbfs'] as const) {
      expect((one[key] ?? 0) - (other[key] ?? 0)).toBeCloseTo(6.0206, 2);
    }
    expect(other.speechPercent).toBeCloseTo(one.speechPercent ?? 0, 0);
    expect(other.snrDb).toBeCloseTo(one.snrDb ?? 0, 1);
    expect((one.dcOffsetPercent ?? 0) / (other.dcOffsetPercent ?? 0)).toBeCloseTo(2, 6);
  });
});
