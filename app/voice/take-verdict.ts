import { assess, type Assessment } from './figures/assess.ts';
import type { TakeFigures } from './figures/figure-table.ts';
import type { TakeMeasurement } from './figures/measure-take.ts';
import type { TakeTimes } from './figures/take-record.ts';
import type { TakeAbout, TakeBegun } from './take-about.ts';
import { limitsInForce, type TakeLimits } from './take-limits.ts';
import type { TakeTally } from './take-tally.ts';
import type { RecordingEnd } from './voice.ts';

export interface FinishedTake {
  readonly begun: TakeBegun;
  readonly sampleCount: number;
  readonly tally: Pick<TakeTally, 'statistics' | 'marks'>;
  readonly times: TakeTimes;
  readonly ending: RecordingEnd;
  /** Packets that DecompressVoice gave no sound for; undefined where nobody counted. */
  readonly undecodedPackets?: number | undefined;
}

/** The one judgement of a take: of figures as they were measured, or as they were kept. */
export function judgeFigures(figures: Partial<TakeFigures>, limits: TakeLimits): Assessment {
  const assessment = assess(figures, limitsInForce(limits));
  // A take without sound has not passed, however short its tail was.
  const isEmpty = figures.durationSeconds === undefined && assessment.verdict === 'pass';
  return isEmpty ? { ...assessment, verdict: 'empty' } : assessment;
}

/** What is known of a take that is through, before it is measured. */
export function describeTake(take: FinishedTake): TakeAbout {
  const { begun, sampleCount, tally, times, ending, undecodedPackets } = take;
  const { name, recordedAt, sampleRate, source, isSimulated } = begun;
  return {
    card: {
      name,
      recordedAt,
      lengthSeconds: sampleCount / sampleRate,
      sampleRate,
      source,
      ending,
      talker: tally.statistics().talkers[0]?.talker,
      rmsDbfs: undefined,
      peakDbfs: undefined,
      lossPercent: undefined,
      verdict: undefined,
      isSimulated,
    },
    times,
    marks: tally.marks(),
    ...(undecodedPackets !== undefined && { undecodedPackets }),
  };
}

/** What is kept of a take once it is measured. */
export function describeMeasured(
  about: TakeAbout,
  { figures, mouthToEar }: TakeMeasurement,
  limits: TakeLimits,
): TakeAbout {
  const { rmsDbfs, peakDbfs, lossPercent } = figures;
  const { verdict } = judgeFigures(figures, limits);
  return {
    ...about,
    card: { ...about.card, rmsDbfs, peakDbfs, lossPercent, verdict },
    figures,
    // The figures rather than the sound that they come from: the report needs no more, and it is somebody’s voice.
    ...(mouthToEar.length > 0 && { mouthToEar }),
  };
}
