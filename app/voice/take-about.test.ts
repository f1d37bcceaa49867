import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAbout, readBegun, writeAbout, type TakeAbout } from './take-about.ts';

const about: TakeAbout = {
  card: {
    name: 'One',
    recordedAt: 5,
    lengthSeconds: 1.5,
    sampleRate: 24_000,
    source: 'recorded',
    ending: 'stopped',
    talker: '76561202255165729',
    rmsDbfs: -20.5,
    peakDbfs: undefined,
    lossPercent: 0,
    verdict: 'pass',
    isSimulated: true,
  },
  times: { keyDownAt: 5, firstPacketAt: undefined, stopAt: 9, notRecordingAt: 10 },
  marks: [{ kind: 'tail', fromMs: 1200, toMs: 1500 }],
  mouthToEar: [{ atMs: 0, delayMs: 80.5, correlation: 0.9, verdict: 'accepted' }],
  heard: { captureToScreenMs: [12.5, 20], underruns: 1, playbackMs: 80 },
};

const stored = (): unknown => JSON.parse(JSON.stringify(writeAbout(about)));

describe('what is kept of a take', () => {
  it('is read as it was written', () => {
    expect(readAbout(stored())).toEqual(about);
  });

  it('is read also where the page told nothing, or nothing that makes sense', () => {
    const { heard: _heard, ...older } = stored() as Record<string, unknown>;
    expect(readAbout(older)).toEqual({ ...about, heard: undefined });
    expect(readAbout({ ...older, heard: { captureToScreenMs: 'soon' } })).toEqual({
      ...about,
      heard: undefined,
    });
  });

  it('of a newer bench, or of something else, is not read', () => {
    expect(readAbout({ ...(stored() as object), version: 2 })).toBeUndefined();
    for (const other of [undefined, null, 'text', [], {}]) expect(readAbout(other)).toBeUndefined();
  });

  it('never throws, whatever a file held', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('card', 'times', 'marks', 'mouthToEar', 'heard'),
        (value, key) => {
          readAbout(value);
          readBegun(value);
          const read = readAbout({ ...(stored() as object), [key]: value });
          expect(read === undefined || typeof read.card.name === 'string').toBe(true);
        },
      ),
    );
  });
});
