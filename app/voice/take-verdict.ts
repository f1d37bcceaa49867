import { assess, type Assessment } from './figures/assess.ts';
import type { TakeFigures } from './figures/figure-table.ts';
import { measureTake, type TakeMeasurement } from './figures/measure-take.ts';
import type { TakeRecord, TakeReference, TakeTimes } from './figures/take-record.ts';
import type { TakeAbout, TakeBegun } from './take-about.ts';
import { limitsInForce, type TakeLimits } from './take-limits.ts';
import type { TakeTally } from './take-tally.ts';
import type { RecordingEnd } from './voice.ts';

export interface FinishedTake {
  readonly begun: TakeBegun;
  readonly samples: Int16Array;
  readonly tally: TakeTally;
  readonly times: TakeTimes;
  readonly ending: RecordingEnd;
  readonly reference?: TakeReference | undefined;
  /** Packets that DecompressVoice gave no sound for; undefined where nobody counted. */
  readonly undecodedPackets?: number | undefined;
}

export function recordOf({
  begun,
  samples,
  tally,
  times,
  reference,
  undecodedPackets,
}: Omit<FinishedTake, 'ending'>): TakeRecord {
  const { frames, packets } = tally;
  const duplicatePackets = tally.duplicatePackets();
  const { sampleRate } = begun;
  return {
    samples,
    sampleRate,
    frames,
    packets,
    times,
    reference,
    undecodedPackets,
    duplicatePackets,
  };
}

export function judge(
  record: TakeRecord,
  limits: TakeLimits,
): { readonly measurement: TakeMeasurement; readonly assessment: Assessment } {
  const measurement = measureTake(record);
  return { measurement, assessment: judgeFigures(measurement.figures, limits) };
}

/** The one judgement of a take: of figures as they were measured, or as they were kept. */
export function judgeFigures(figures: Partial<TakeFigures>, limits: TakeLimits): Assessment {
  const assessment = assess(figures, limitsInForce(limits));
  // A take without sound has not passed, however short its tail was.
  const isEmpty = figures.durationSeconds === undefined && assessment.verdict === 'pass';
  return isEmpty ? { ...assessment, verdict: 'empty' } : assessment;
}

/** What is kept of a take that is through. */
export function describeTake(take: FinishedTake, limits: TakeLimits): TakeAbout {
  const { begun, samples, tally, times, ending, undecodedPackets } = take;
  const { measurement, assessment } = judge(recordOf(take), limits);
  const { rmsDbfs, peakDbfs, lossPercent } = measurement.figures;
  const { name, recordedAt, sampleRate, source, isSimulated } = begun;
  return {
    card: {
      name,
      recordedAt,
      lengthSeconds: samples.length / sampleRate,
      sampleRate,
      source,
      ending,
      talker: tally.statistics().talkers[0]?.talker,
      rmsDbfs,
      peakDbfs,
      lossPercent,
      verdict: assessment.verdict,
      isSimulated,
    },
    figures: measurement.figures,
    times,
    marks: tally.marks(),
    ...(undecodedPackets !== undefined && { undecodedPackets }),
    // The figures rather than the sound that they come from: the report needs no more, and it is somebody’s voice.
    ...(measurement.mouthToEar.length > 0 && { mouthToEar: measurement.mouthToEar }),
  };
}
