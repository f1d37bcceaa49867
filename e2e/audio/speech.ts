import { execFileSync } from 'node:child_process';
import { pcmOfSound, readWav } from '../../app/voice/wav/read-wav.ts';

export interface Sound {
  /** Mono. */
  readonly samples: Int16Array<ArrayBuffer>;
  readonly sampleRate: number;
}

/** Seven seconds with all kinds of sounds, and no pause so long that the talker would end its spurt. */
export const SENTENCE =
  'The quick brown fox jumps over the lazy dog, and many more ran along the long road home, ' +
  'where we were all away a year ago.';

/** Below this a sample is silence at either end: −55 dBFS. */
const SILENT = 32_768 * 10 ** (-55 / 20);

/** Real speech, made by espeak-ng, some decibels below full scale, without the silence before and after it. */
export function speak(words: string): Sound {
  const wav = execFileSync('espeak-ng', ['--stdout', '-a', '70', '-s', '155', words], { maxBuffer: 64e6 });
  const read = readWav(wav);
  if (!read.ok) throw new Error(read.error.message);
  const samples = pcmOfSound(read.value);
  const isLoud = (sample: number): boolean => Math.abs(sample) > SILENT;
  const from = samples.findIndex(isLoud);
  const to = samples.findLastIndex(isLoud) + 1;
  return { samples: samples.slice(from, to), sampleRate: read.value.sampleRate };
}

export function secondsOf({ samples, sampleRate }: Sound): number {
  return samples.length / sampleRate;
}

export function beginningOf({ samples, sampleRate }: Sound, seconds: number): Sound {
  return { samples: samples.slice(0, Math.floor(seconds * sampleRate)), sampleRate };
}
