import { FRAME_MS, type Stretch } from '../signal/frames.ts';
import { inOneGo, type Steps } from '../steps.ts';
import { measureArrival } from './arrival.ts';
import { measureBitrate } from './bitrate.ts';
import { figureKeys, type FigureKey, type TakeFigures } from './figure-table.ts';
import { startLatencyMs, tailMs } from './latency.ts';
import type { FrameLevels } from './levels.ts';
import { measureLoss } from './loss.ts';
import { mouthToEarOf, mouthToEarSteps } from './mouth-to-ear.ts';
import { percentile } from './percentile.ts';
import { readSound } from './read-sound.ts';
import { findSpeech, percentOf } from './speech.ts';
import type { MouthToEarWindow, TakeRecord } from './take-record.ts';
import { zeroRunsInSpeech } from './zero-runs.ts';

export interface TakeMeasurement {
  readonly figures: TakeFigures;
  /** Level of each 20 ms of the sound. */
  readonly levels: FrameLevels;
  /** For each of them whether it is as loud as speech. */
  readonly isSpeech: readonly boolean[];
  /** Holes in speech, in samples. */
  readonly zeroRuns: readonly Stretch[];
  /** Length of each run of lost frames, in frames. */
  readonly lossBursts: readonly number[];
  /** Up to the bench, without playback; empty where there is no reference. */
  readonly mouthToEar: readonly MouthToEarWindow[];
}

/** Rates that a level can be measured at; beyond them the record is wrong, and its sound is not measured. */
const LOWEST_RATE = 1000;
const HIGHEST_RATE = 384_000;

type Measured = Partial<Record<FigureKey, number | undefined>>;

/** Everything that a take can tell, all of `measuringTake` at once. */
export function measureTake(record: TakeRecord): TakeMeasurement {
  return inOneGo(measuringTake(record));
}

/** Everything that a take can tell. Never fails: what a record does not hold is a figure that is undefined. */
export function* measuringTake(record: TakeRecord): Steps<TakeMeasurement> {
  const sound = yield* measuringSound(record);
  const transport = yield* measuringTransport(record);
  const figures: Measured = {
    ...sound.figures,
    ...transport.figures,
    duplicatePacketCount: record.duplicatePackets,
    undecodedPacketCount: record.undecodedPackets,
    startLatencyMs: startLatencyMs(record.times),
    tailMs: tailMs(record.times),
    ...figuresHeard(record, sound.mouthToEar),
  };
  return { ...sound, lossBursts: transport.lossBursts, figures: onlyFinite(figures) };
}

/** What hangs on what the page told of the take; the rest of its figures is as it was without. */
export function figuresHeard(
  heard: Pick<TakeRecord, 'underruns' | 'captureToScreenMs' | 'playbackMs'>,
  mouthToEar: readonly MouthToEarWindow[],
) {
  const { underruns, captureToScreenMs = [], playbackMs = 0 } = heard;
  const { delayMs } = mouthToEarOf(mouthToEar);
  return {
    underrunCount: underruns,
    captureToScreenP50Ms: percentile(captureToScreenMs, 0.5),
    captureToScreenP95Ms: percentile(captureToScreenMs, 0.95),
    mouthToEarMs: delayMs === undefined ? undefined : delayMs + playbackMs,
  } satisfies Measured;
}

function* measuringSound(record: TakeRecord) {
  const { samples, sampleRate, reference } = record;
  const isMeasurable = samples.length > 0 && sampleRate >= LOWEST_RATE && sampleRate <= HIGHEST_RATE;
  if (!isMeasurable) return noSound;
  const { levels, whole, loudnessLufs, clipping, zeroRuns: runs } = yield* readSound(samples, sampleRate);
  yield;
  const speech = findSpeech(levels);
  yield;
  const zeroRuns = yield* zeroRunsInSpeech(runs, samples, sampleRate, speech.thresholdDbfs);
  const longestHole = zeroRuns.reduce((longest, { from, to }) => Math.max(longest, to - from), 0);
  const speechPercent = percentOf(speech.isSpeech);
  const perFrame = (sampleRate * FRAME_MS) / 1000;
  const hasSpeech = (from: number, to: number): boolean => {
    const within = speech.isSpeech.slice(Math.round(from / perFrame), Math.round(to / perFrame));
    return (percentOf(within) ?? 0) >= 50;
  };
  const mouthToEar =
    reference === undefined
      ? mouthToEarOf(record.mouthToEar ?? [])
      : yield* mouthToEarSteps({ samples, sampleRate, hasSpeech }, reference);
  const figures: Measured = {
    durationSeconds: samples.length / sampleRate,
    rmsDbfs: whole.rmsDbfs,
    peakDbfs: whole.peakDbfs,
    loudnessLufs,
    clippingCount: clipping.count,
    clippingLongestSamples: clipping.longestSamples,
    clippingPercent: clipping.sharePercent,
    dcOffsetPercent: whole.dcOffsetPercent,
    noiseFloorDbfs: speech.noiseFloorDbfs,
    snrDb: speech.snrDb,
    speechPercent,
    silencePercent: speechPercent === undefined ? undefined : 100 - speechPercent,
    zeroRunCount: zeroRuns.length,
    zeroRunLongestMs: (1000 * longestHole) / sampleRate,
    mouthToEarCorrelation: mouthToEar?.correlation,
  };
  return { figures, levels, isSpeech: speech.isSpeech, zeroRuns, mouthToEar: mouthToEar?.windows ?? [] };
}

const noSound: Omit<TakeMeasurement, 'figures' | 'lossBursts'> & { readonly figures: Measured } = {
  figures: {},
  levels: { rmsDbfs: new Float64Array(), peakDbfs: new Float64Array() },
  isSpeech: [],
  zeroRuns: [],
  mouthToEar: [],
};

function* measuringTransport(record: TakeRecord) {
  const { frames } = record;
  if (frames.length === 0) return { figures: {}, lossBursts: [] };
  yield;
  const { expected, lost, bursts, gaps, late } = measureLoss(frames);
  yield;
  const arrival = measureArrival(record);
  yield;
  const bitrate = measureBitrate(record);
  yield;
  const received = frames.filter(({ isLost }) => !isLost);
  const figures: Measured = {
    ...arrival,
    ...bitrate,
    dtxPercent: percentOf(received.map(({ isDtx }) => isDtx)),
    sequenceGapCount: gaps,
    lateFrameCount: late,
    lossPercent: expected > 0 ? (100 * lost) / expected : undefined,
    lossBurstLongest: bursts.reduce((longest, burst) => Math.max(longest, burst), 0),
    lossBurstMean: bursts.length > 0 ? lost / bursts.length : 0,
  };
  return { figures, lossBursts: bursts };
}

/** A record with times that are no numbers must not give a figure that is none. */
function onlyFinite(measured: Measured): TakeFigures {
  return Object.fromEntries(
    figureKeys.map((key) => [key, Number.isFinite(measured[key]) ? measured[key] : undefined]),
  ) as TakeFigures;
}
