import { assess } from '../../../app/voice/figures/assess.ts';
import { measureTake } from '../../../app/voice/figures/measure-take.ts';
import { limitsInForce } from '../../../app/voice/take-limits.ts';
import type { LiveTake, TakeCard, TakeReport, TakeSound } from '../../../app/voice/voice.ts';

/** A take under way, for tests. */
export const someLive: LiveTake = {
  id: 'take-1',
  startedAt: Date.UTC(2026, 0, 1),
  result: 3,
  results: { 0: 12, 3: 40 },
  emptyPolls: 1,
  decodeResults: { 0: 12 },
  undecodedPackets: 0,
  packets: 12,
  frames: 60,
  dtxFrames: 5,
  lostFrames: 3,
  wrongChecksums: 0,
  bytes: 4800,
  bitsPerSecond: 31_200,
  codec: 'opus',
  talker: undefined,
  isSimulated: true,
  latePolls: 0,
  pollGaps: { polls: 52, onTime: 52, longestMs: 12 },
  lengthSeconds: 1.2,
};

/** A kept take, for tests. */
export const someCard: TakeCard = {
  id: 'take-1',
  name: 'Take 1',
  recordedAt: Date.UTC(2026, 0, 1),
  lengthSeconds: 2.4,
  sampleRate: 24_000,
  sizeBytes: 115_244,
  source: 'recorded',
  ending: 'stopped',
  talker: undefined,
  rmsDbfs: -23.4,
  peakDbfs: -6.1,
  lossPercent: 0,
  verdict: 'pass',
  isSimulated: true,
};

/** A tone that is clipped twice, for tests. */
const samples = Int16Array.from({ length: 24_000 }, (_, at) =>
  at % 10_000 > 9990 ? 32_767 : Math.round(8000 * Math.sin(at / 10)),
);

export const someSound: TakeSound = {
  id: someCard.id,
  sampleRate: 24_000,
  samples,
  packets: [],
  marks: [{ kind: 'gap', fromMs: 100, toMs: 140 }],
};

const measurement = measureTake({ samples, sampleRate: 24_000, frames: [], packets: [], times: {} });

export const someReport: TakeReport = {
  card: someCard,
  measurement,
  assessment: assess(measurement.figures, limitsInForce({})),
};
