import type { FrameLevels } from './levels.ts';
import { percentile } from './percentile.ts';
import { decibelOfPower, SILENCE_DB } from '../signal/decibel.ts';

/** Which frames hold speech, and what the room sounds like between them. */
export interface SpeechLevels {
  /** For each frame. */
  readonly isSpeech: readonly boolean[];
  /** A frame is speech from here up. */
  readonly thresholdDbfs: number;
  /** 10th percentile of the frames’ RMS; undefined where less than a tenth of them lies in pauses to hear the room in. */
  readonly noiseFloorDbfs: number | undefined;
  /** RMS of all speech frames together; undefined where there are none. */
  readonly speechDbfs: number | undefined;
  /** Speech against the noise floor; undefined where there is no speech, no such floor, or only digital silence. */
  readonly snrDb: number | undefined;
}

const NOISE_SHARE = 0.1;
/** From here on it is a pause: shorter ones are dips between syllables, or the beginning of a spurt. */
const SHORTEST_PAUSE_FRAMES = 15;
/** How far above the noise floor speech begins. */
const ABOVE_NOISE_DB = 9;
/** Below this nothing is speech, however quiet the room. */
const QUIETEST_SPEECH_DBFS = -60;
/** Above this all is, so that a take without a pause is not taken for loud noise. */
const LOUDEST_NOISE_DBFS = -30;

/** By level alone: noise above −30 dBFS is taken for speech. */
export function findSpeech({ rmsDbfs }: FrameLevels): SpeechLevels {
  const quietest = percentile(rmsDbfs, NOISE_SHARE) ?? SILENCE_DB;
  const thresholdDbfs = Math.max(
    QUIETEST_SPEECH_DBFS,
    Math.min(LOUDEST_NOISE_DBFS, quietest + ABOVE_NOISE_DB),
  );
  const speech = rmsDbfs.filter((level) => level >= thresholdDbfs);
  const speechDbfs = speech.length === 0 ? undefined : decibelOfPower(meanPower(speech));
  const isSpeech: boolean[] = [];
  for (const level of rmsDbfs) isSpeech.push(level >= thresholdDbfs);
  const hasPauses = rmsDbfs.length > 0 && framesInPauses(isSpeech) >= NOISE_SHARE * rmsDbfs.length;
  const noiseFloorDbfs = hasPauses ? quietest : undefined;
  const hasNoise = noiseFloorDbfs !== undefined && noiseFloorDbfs > SILENCE_DB;
  return {
    isSpeech,
    thresholdDbfs,
    noiseFloorDbfs,
    speechDbfs,
    snrDb: hasNoise && speechDbfs !== undefined ? speechDbfs - noiseFloorDbfs : undefined,
  };
}

function framesInPauses(isSpeech: readonly boolean[]): number {
  let inPauses = 0;
  let run = 0;
  for (let at = 0; at <= isSpeech.length; at += 1) {
    if (isSpeech[at] === false) {
      run += 1;
      continue;
    }
    if (run >= SHORTEST_PAUSE_FRAMES) inPauses += run;
    run = 0;
  }
  return inPauses;
}

function meanPower(levels: Float64Array): number {
  return levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length;
}

/** How many of the flags are set, in per cent; undefined where there are none. */
export function percentOf(flags: readonly boolean[]): number | undefined {
  if (flags.length === 0) return undefined;
  return (100 * flags.filter((flag) => flag).length) / flags.length;
}
