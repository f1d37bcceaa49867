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
  figures: { rmsDbfs: -20.5, lossPercent: 0 },
  undecodedPackets: 2,
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

  it('is read also without what older benches do not keep, or where that makes no sense', () => {
    for (const key of ['heard', 'figures', 'undecodedPackets']) {
      const expected = { ...about, [key]: undefined };
      for (const other of [undefined, { captureToScreenMs: 'soon' }, 'many'])
        expect(readAbout({ ...(stored() as object), [key]: other })).toEqual(expected);
    }
  });

  it('of a newer bench, or of something else, is not read', () => {
    expect(readAbout({ ...(stored() as object), version: 2 })).toBeUndefined();
    for (const other of [undefined, null, 'text', [], {}]) expect(readAbout(other)).toBeUndefined();
  });

  it('never throws, whatever a file held', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('card', 'times', 'marks', 'mouthToEar', 'heard', 'figures', 'undecodedPackets'),
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
