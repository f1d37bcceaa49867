import { VOICE_FRAME_MS } from '../voice-codec.ts';

/** The length of the frames that levels are measured in. */
export const FRAME_MS = VOICE_FRAME_MS;

/** A stretch of samples: `from` is included, `to` is not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Samples in frames of 20 ms, one after another.
 *
 * The frames begin where their time rounds to a sample, so that rates such as 11025 Hz do not drift. The last one is
 * as short as what is left.
 */
export function framesOf(length: number, sampleRate: number, frameMs = FRAME_MS): Stretch[] {
  const step = (sampleRate * frameMs) / 1000;
  if (!(step >= 1)) throw new RangeError(`A frame of ${frameMs} ms at ${sampleRate} Hz has no sample.`);
  const frames: Stretch[] = [];
  for (let index = 0; Math.round(index * step) < length; index += 1) {
    frames.push({ from: Math.round(index * step), to: Math.min(length, Math.round((index + 1) * step)) });
  }
  return frames;
}
