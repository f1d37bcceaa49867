import { refuse, type WavOutcome } from './wav-problem.ts';

/** How samples lie in the data chunk. */
export interface WavFormat {
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  readonly encoding: WavEncoding;
  /** Of one sample of one channel. */
  readonly sampleBytes: number;
}

export type WavEncoding = 'pcm8' | 'pcm16' | 'pcm24' | 'pcm32' | 'float32';

const PCM = 1;
const FLOAT = 3;
/** The true format lies in the first two bytes of a GUID further on. */
const EXTENSIBLE = 0xfffe;

const encodings: Readonly<Record<string, WavEncoding>> = {
  [`${PCM}/8`]: 'pcm8',
  [`${PCM}/16`]: 'pcm16',
  [`${PCM}/24`]: 'pcm24',
  [`${PCM}/32`]: 'pcm32',
  [`${FLOAT}/32`]: 'float32',
};

const HIGHEST_RATE = 384_000;

/** Reads a format chunk’s body. */
export function readFormat(body: DataView): WavOutcome<WavFormat> {
  if (body.byteLength < 16) {
    return refuse('wav-bad-format', `The format chunk has ${body.byteLength} bytes; it takes 16.`);
  }
  const written = body.getUint16(0, true);
  const tag = written === EXTENSIBLE && body.byteLength >= 26 ? body.getUint16(24, true) : written;
  const channels = body.getUint16(2, true);
  const sampleRate = body.getUint32(4, true);
  const blockBytes = body.getUint16(12, true);
  const bits = body.getUint16(14, true);
  const encoding = encodings[`${tag}/${bits}`];
  if (encoding === undefined) {
    return refuse('wav-unsupported', `Sound of format ${tag} with ${bits} bits is not read here.`);
  }
  if (channels !== 1 && channels !== 2) {
    return refuse('wav-unsupported', `Sound of ${channels} channels is not read here, only mono and stereo.`);
  }
  if (sampleRate < 1 || sampleRate > HIGHEST_RATE) {
    return refuse('wav-bad-format', `The format chunk gives ${sampleRate} samples a second.`);
  }
  if (blockBytes !== (channels * bits) / 8) {
    return refuse(
      'wav-bad-format',
      `The format chunk gives blocks of ${blockBytes} bytes, which do not fit.`,
    );
  }
  return { ok: true, value: { sampleRate, channels, encoding, sampleBytes: bits / 8 } };
}
