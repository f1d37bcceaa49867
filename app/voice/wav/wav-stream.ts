import {
  DATA_SIZE_POSITION,
  MOST_DATA_BYTES,
  RIFF_SIZE_POSITION,
  sampleBytes,
  sizeBytes,
  WAV_HEADER_BYTES,
  wavHeader,
} from './wav-header.ts';

/** Bytes to be written at a place of the file, over what may be there. */
export interface WavWrite {
  readonly position: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Plans what to write where, so that a file that grows can be played at any time.
 *
 * The writes of each answer are carried out in order: samples go at the end, then the sizes at bytes 4 and 40 follow.
 * The header therefore never promises bytes that are not there, and of a process that is killed only the samples since
 * the last sizes are missing to a player: under 0.5 s of sound, whenever it arrives.
 */
export interface WavStream {
  /** The header of a file without samples yet. */
  begin(): readonly WavWrite[];
  append(samples: Int16Array): readonly WavWrite[];
  /** The sizes as of now: to be carried out when recording ends, or pauses. */
  settle(): readonly WavWrite[];
  /** Samples taken so far, in bytes. */
  dataBytes(): number;
  /** The header can count no more: what is appended is dropped. That is a day and more at 24 kHz. */
  isFull(): boolean;
}

/** A header that is behind by this much sound is brought up to date; the rest of 0.5 s is for the caller’s own steps. */
const BEHIND_SECONDS = 0.25;
/** No append adds more than this without sizes in between. */
const LONGEST_STEP_SECONDS = 0.2;

export function openWavStream(sampleRate: number, mostDataBytes: number = MOST_DATA_BYTES): WavStream {
  const bytesPerSecond = 2 * sampleRate;
  const stepSamples = Math.max(1, Math.floor(LONGEST_STEP_SECONDS * sampleRate));
  let dataBytes = 0;
  let toldBytes = 0;

  const settle = (): WavWrite[] => {
    toldBytes = dataBytes;
    return [
      { position: RIFF_SIZE_POSITION, bytes: sizeBytes(dataBytes + WAV_HEADER_BYTES - 8) },
      { position: DATA_SIZE_POSITION, bytes: sizeBytes(dataBytes) },
    ];
  };

  const appendStep = (samples: Int16Array): WavWrite[] => {
    const bytes = sampleBytes(samples);
    const writes: WavWrite[] = [{ position: WAV_HEADER_BYTES + dataBytes, bytes }];
    dataBytes += bytes.length;
    return dataBytes - toldBytes >= BEHIND_SECONDS * bytesPerSecond ? [...writes, ...settle()] : writes;
  };

  return {
    begin: () => [{ position: 0, bytes: wavHeader(sampleRate, 0) }],
    append(samples) {
      const taken = samples.subarray(0, Math.floor((mostDataBytes - dataBytes) / 2));
      const writes: WavWrite[] = [];
      for (let from = 0; from < taken.length; from += stepSamples) {
        writes.push(...appendStep(taken.subarray(from, from + stepSamples)));
      }
      return writes;
    },
    settle,
    dataBytes: () => dataBytes,
    isFull: () => mostDataBytes - dataBytes < 2,
  };
}
