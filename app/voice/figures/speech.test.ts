import { describe, expect, it } from 'vitest';
import { framesOf } from '../signal/frames.ts';
import { sine, talkingNoise, whiteNoise } from '../signal/known-signals.ts';
import type { Signal } from '../signal/signal.ts';
import { frameLevels } from './levels.ts';
import { findSpeech, percentOf, type SpeechLevels } from './speech.ts';

const RATE = 24_000;

function speechOf(signal: Signal): SpeechLevels {
  return findSpeech(frameLevels(signal, framesOf(signal.length, RATE)));
}

describe('speech', () => {
  it('stands above the room that is heard in its pauses', () => {
    const { isSpeech, noiseFloorDbfs, speechDbfs, snrDb } = speechOf(talkingNoise(10, RATE, 1));
    // 300 of 400 ms, in 1600 of 2000 ms.
    expect(percentOf(isSpeech)).toBeCloseTo(60, 0);
    expect(Math.abs((noiseFloorDbfs ?? 0) + 65)).toBeLessThan(0.5);
    expect(Math.abs((speechDbfs ?? 0) + 22)).toBeLessThan(1);
    expect(snrDb).toBeCloseTo((speechDbfs ?? 0) - (noiseFloorDbfs ?? 0), 9);
  });

  it('without a pause has no noise floor to stand above', () => {
    const { isSpeech, noiseFloorDbfs, snrDb } = speechOf(sine(997, -20, 2, RATE));
    expect(percentOf(isSpeech)).toBe(100);
    expect([noiseFloorDbfs, snrDb]).toEqual([undefined, undefined]);
  });

  it('with dips between syllables only has none either, and with one short pause in much talk', () => {
    const tone = (seconds: number) => [...sine(300, -20, seconds, RATE)];
    const room = (seconds: number) => [...whiteNoise(-65, seconds, RATE, 3)];
    const dips = Array.from({ length: 10 }, () => [...tone(0.2), ...room(0.1)]).flat();
    expect(speechOf(Float64Array.from(dips)).noiseFloorDbfs).toBeUndefined();
    const rare = [...tone(2), ...room(0.4), ...tone(2)];
    expect(speechOf(Float64Array.from(rare)).noiseFloorDbfs).toBeUndefined();
    const enough = [...tone(2), ...room(0.4), ...tone(1)];
    expect(speechOf(Float64Array.from(enough)).noiseFloorDbfs).toBeCloseTo(-65, 0);
  });

  it('is not the noise of a room alone, and not silence', () => {
    const room = speechOf(whiteNoise(-50, 2, RATE, 2));
    expect(percentOf(room.isSpeech)).toBe(0);
    expect(Math.abs((room.noiseFloorDbfs ?? 0) + 50)).toBeLessThan(0.5);
    expect(room.snrDb).toBeUndefined();
    expect(percentOf(speechOf(new Float32Array(RATE)).isSpeech)).toBe(0);
  });

  it('over digital silence has no noise to be compared with', () => {
    const signal = Float64Array.from([...sine(300, -20, 1, RATE), ...new Float64Array(RATE)]);
    const { isSpeech, noiseFloorDbfs, snrDb } = speechOf(signal);
    expect(percentOf(isSpeech)).toBe(50);
    expect(noiseFloorDbfs).toBe(-120);
    expect(snrDb).toBeUndefined();
  });

  it('is nowhere in nothing', () => {
    expect(speechOf(new Float32Array())).toMatchObject({
      isSpeech: [],
      noiseFloorDbfs: undefined,
      snrDb: undefined,
    });
    expect(percentOf([])).toBeUndefined();
  });
});
