import { describe, expect, it } from 'vitest';
import { framesOf } from '../signal/frames.ts';
import { peakDbfs, rmsDbfs } from '../signal/decibel.ts';
import { talkingNoise } from '../signal/known-signals.ts';
import { pcmOfSignal, signalOfPcm } from '../signal/signal.ts';
import type { Steps } from '../steps.ts';
import { measureClipping } from './clipping.ts';
import { frameLevels } from './levels.ts';
import { integratedLufs } from './loudness.ts';
import { measureTake, measuringTake, type TakeMeasurement } from './measure-take.ts';
import { someSpurt } from './some-frames.ts';
import { findSpeech } from './speech.ts';
import type { TakeRecord } from './take-record.ts';
import { findZeroRuns } from './zero-runs.ts';

/** Speech of so many seconds with a hole and a clipped peak across where it is read in pieces. */
function someTake(seconds: number, sampleRate: number, seed: number): TakeRecord {
  const spoken = pcmOfSignal(talkingNoise(seconds, sampleRate, seed));
  const samples = spoken.slice();
  samples.fill(0, 24_000 - 100, 24_000 + 100);
  samples.fill(32_767, 48_000 - 2, 48_000 + 5);
  return {
    ...someSpurt(50 * seconds, { delayOf: (packet) => packet % 7 }),
    samples,
    sampleRate,
    times: { keyDownAt: 900, firstPacketAt: 1080, stopAt: 5000, notRecordingAt: 5300 },
    undecodedPackets: 0,
    reference: { samples: spoken, sampleRate, leads: [{ fromSample: 0, leadMs: 80, beginsSpurt: true }] },
  };
}

/** A step of each in turn. */
function inTurn(all: readonly Steps<TakeMeasurement>[]): readonly TakeMeasurement[] {
  const made = new Map<Steps<TakeMeasurement>, TakeMeasurement>();
  while (made.size < all.length) {
    for (const steps of all) {
      const step = steps.next();
      if (step.done === true && !made.has(steps)) made.set(steps, step.value);
    }
  }
  return all.flatMap((steps) => made.get(steps) ?? []);
}

describe('measuring in steps', () => {
  it.each([11_025, 24_000, 48_000])('gives what the whole sound at %i Hz gives at once', (sampleRate) => {
    const { samples, ...rest } = someTake(7, sampleRate, 5);
    const { figures, levels, isSpeech, zeroRuns } = measureTake({ ...rest, samples });
    const signal = signalOfPcm(samples);
    const whole = frameLevels(signal, framesOf(samples.length, sampleRate));
    const { thresholdDbfs, snrDb, ...speech } = findSpeech(whole);
    const clipping = measureClipping(samples);
    expect([levels, isSpeech]).toEqual([whole, speech.isSpeech]);
    expect(zeroRuns).toEqual(findZeroRuns(samples, sampleRate, thresholdDbfs));
    expect(figures).toMatchObject({
      rmsDbfs: rmsDbfs(signal),
      peakDbfs: peakDbfs(signal),
      loudnessLufs: integratedLufs(signal, sampleRate),
      clippingCount: clipping.count,
      clippingLongestSamples: clipping.longestSamples,
      clippingPercent: clipping.sharePercent,
      snrDb,
      zeroRunCount: 1,
    });
    expect(clipping).toMatchObject({ count: 1, longestSamples: 7 });
  });

  it('gives each of two takes, measured in turn, the very same as alone', () => {
    const takes = [someTake(5, 24_000, 3), someTake(4, 48_000, 9)];
    const together = inTurn(takes.map((take) => measuringTake(take)));
    expect(together).toEqual(takes.map((take) => measureTake(take)));
    expect(together[0]?.mouthToEar.length).toBeGreaterThan(4);
  });

  it('looks up every half a second of a long take at the latest', () => {
    const samples = pcmOfSignal(talkingNoise(10, 48_000, 2));
    const long = new Int16Array(30 * samples.length);
    for (let part = 0; part < 30; part += 1) long.set(samples, part * samples.length);
    let steps = 0;
    for (const _ of measuringTake({ ...someTake(4, 48_000, 1), samples: long })) steps += 1;
    expect(steps).toBeGreaterThan(2 * 300 + 24 * 3);
  });
});
