import { describe, expect, it } from 'vitest';
import { ordinaryVoice } from './ordinary-voice.ts';
import { OutsideRate, VoiceChange } from './voice-knobs.ts';
import { voiceLimits, type Bounds } from './voice-limits.ts';

const speech = { kind: 'speech', peakDbfs: -6 } as const;
const sweep = { kind: 'sweep', fromHertz: 100, toHertz: 200, seconds: 1, peakDbfs: -6 } as const;
const samples = new Float32Array(1);

/** A change with that one number in it. */
const changes: readonly (readonly [Bounds, (value: number) => unknown])[] = [
  [voiceLimits.peakDbfs, (peakDbfs) => ({ source: { ...speech, peakDbfs } })],
  [voiceLimits.hertz, (toHertz) => ({ source: { ...sweep, toHertz } })],
  [voiceLimits.sweepSeconds, (seconds) => ({ source: { ...sweep, seconds } })],
  [
    voiceLimits.outsideRate,
    (sampleRate) => ({ source: { kind: 'samples', samples, sampleRate, isRepeated: true } }),
  ],
  [voiceLimits.jitterMs, (jitterMs) => ({ outgoing: { jitterMs } })],
  [voiceLimits.tailMs, (tailMs) => ({ tailMs })],
  [voiceLimits.driftPpm, (driftPpm) => ({ driftPpm })],
  [voiceLimits.chosenTimes, (times) => ({ nextResult: { name: 'getVoice', result: 2, times } })],
];

describe('the knobs of a simulated voice', () => {
  it('take what is within their limits, both ends included, and nothing beyond', () => {
    const isTaken = (change: unknown): boolean => VoiceChange.safeParse(change).success;
    for (const [{ minimum, maximum }, changeTo] of changes) {
      expect([minimum, maximum].map((value) => isTaken(changeTo(value)))).toEqual([true, true]);
      expect([minimum - 1, maximum + 1].map((value) => isTaken(changeTo(value)))).toEqual([false, false]);
    }
    expect(OutsideRate.safeParse(voiceLimits.outsideRate.maximum + 1).success).toBe(false);
  });

  it('take the ordinary voice', () => {
    expect(VoiceChange.safeParse(ordinaryVoice).success).toBe(true);
  });
});
