import { describe, expect, it } from 'vitest';
import { placeInSpoken, type SpokenSound } from './spoken-sound.ts';
import { referenceOf } from './take-reference.ts';

const heardFrom = (...blockTimes: number[]): SpokenSound => ({
  samples: new Int16Array(480 * blockTimes.length),
  sampleRate: 24_000,
  blockTimes: Float64Array.from(blockTimes),
  blockSamples: 480,
});

describe('a place in what was spoken', () => {
  it('goes with the time', () => {
    const spoken = heardFrom(1000, 1020, 1040);
    expect([990, 1000, 1010, 1030, 1059, 1100].map((at) => placeInSpoken(spoken, at))).toEqual([
      -10, 0, 10, 30, 59, 100,
    ]);
  });

  it('stands still where nothing was recorded, and goes as fast as the microphone', () => {
    expect([1025, 1500, 2010].map((at) => placeInSpoken(heardFrom(1000, 2000), at))).toEqual([20, 20, 30]);
    expect(placeInSpoken(heardFrom(1000, 1010, 1020, 1030), 1031)).toBe(61);
  });

  it('is nowhere where nothing was heard', () => {
    expect(placeInSpoken(heardFrom(), 5)).toBeUndefined();
  });
});

it('a packet’s sound is held to have come in its middle', () => {
  const arrivals = [
    { fromSample: 0, sampleCount: 960, at: 1100, beginsSpurt: true },
    { fromSample: 960, sampleCount: 480, at: 1130, beginsSpurt: false },
  ];
  expect(referenceOf(heardFrom(1000, 1020), arrivals, 24_000).leads).toEqual([
    { fromSample: 0, leadMs: 80, beginsSpurt: true },
    { fromSample: 960, leadMs: 120, beginsSpurt: false },
  ]);
  expect(referenceOf(heardFrom(), arrivals, 24_000).leads).toEqual([]);
});
