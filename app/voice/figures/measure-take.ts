import { peakDbfs, rmsDbfs } from '../signal/decibel.ts';
import { FRAME_MS, framesOf, type Stretch } from '../signal/frames.ts';
import { signalOfPcm } from '../signal/signal.ts';
import { measureArrival } from './arrival.ts';
import { measureBitrate } from './bitrate.ts';
import { measureClipping } from './clipping.ts';
import { figureKeys, type FigureKey, type TakeFigures } from './figure-table.ts';
import { startLatencyMs, tailMs } from './latency.ts';
import { dcOffsetPercent, frameLevels, type FrameLevels } from './levels.ts';
import { measureLoss } from './loss.ts';
import { integratedLufs } from './loudness.ts';
import { measureMouthToEar, mouthToEarOf } from './mouth-to-ear.ts';
import { percentile } from './percentile.ts';
import { findSpeech, percentOf } from './speech.ts';
import type { MouthToEarWindow, TakeRecord } from './take-record.ts';
import { findZeroRuns } from './zero-runs.ts';

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

/** Everything that a take can tell. Never fails: what a record does not hold is a figure that is undefined. */
export function measureTake(record: TakeRecord): TakeMeasurement {
  const sound = measureSound(record);
  const transport = measureTransport(record);
  const captureToScreen = record.captureToScreenMs ?? [];
  const figures: Measured = {
    ...sound.figures,
    ...transport.figures,
    undecodedPacketCount: record.undecodedPackets,
    underrunCount: record.underruns,
    startLatencyMs: startLatencyMs(record.times),
    tailMs: tailMs(record.times),
    captureToScreenP50Ms: percentile(captureToScreen, 0.5),
    captureToScreenP95Ms: percentile(captureToScreen, 0.95),
  };
  return { ...sound, lossBursts: transport.lossBursts, figures: onlyFinite(figures) };
}

function measureSound(record: TakeRecord) {
  const { samples, sampleRate, reference, playbackMs = 0 } = record;
  const isMeasurable = samples.length > 0 && sampleRate >= LOWEST_RATE && sampleRate <= HIGHEST_RATE;
  const frames = isMeasurable ? framesOf(samples.length, sampleRate) : [];
  const signal = signalOfPcm(isMeasurable ? samples : new Int16Array());
  const levels = frameLevels(signal, frames);
  const speech = findSpeech(levels);
  if (!isMeasurable) return { figures: {}, levels, isSpeech: speech.isSpeech, zeroRuns: [], mouthToEar: [] };

  const clipping = measureClipping(samples);
  const zeroRuns = findZeroRuns(samples, sampleRate, speech.thresholdDbfs);
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
      : measureMouthToEar({ samples, sampleRate, hasSpeech }, reference);
  const figures: Measured = {
    durationSeconds: samples.length / sampleRate,
    rmsDbfs: rmsDbfs(signal),
    peakDbfs: peakDbfs(signal),
    loudnessLufs: integratedLufs(signal, sampleRate),
    clippingCount: clipping.count,
    clippingLongestSamples: clipping.longestSamples,
    clippingPercent: clipping.sharePercent,
    dcOffsetPercent: dcOffsetPercent(signal),
    noiseFloorDbfs: speech.noiseFloorDbfs,
    snrDb: speech.snrDb,
    speechPercent,
    silencePercent: speechPercent === undefined ? undefined : 100 - speechPercent,
    zeroRunCount: zeroRuns.length,
    zeroRunLongestMs: (1000 * longestHole) / sampleRate,
    mouthToEarMs: mouthToEar?.delayMs === undefined ? undefined : mouthToEar.delayMs + playbackMs,
    mouthToEarCorrelation: mouthToEar?.correlation,
  };
  return { figures, levels, isSpeech: speech.isSpeech, zeroRuns, mouthToEar: mouthToEar?.windows ?? [] };
}

function measureTransport(record: TakeRecord) {
  const { frames } = record;
  if (frames.length === 0) return { figures: {}, lossBursts: [] };
  const { expected, lost, bursts, gaps, late } = measureLoss(frames);
  const received = frames.filter(({ isLost }) => !isLost);
  const figures: Measured = {
    ...measureArrival(record),
    ...measureBitrate(record),
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
