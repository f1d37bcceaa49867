import { pcmOfSignal, type Signal } from '../signal/signal.ts';
import { readFormat, type WavEncoding, type WavFormat } from './wav-format.ts';
import { refuse, type WavOutcome } from './wav-problem.ts';
import { decodeSamples } from './wav-samples.ts';

export interface WavSound {
  /** Mono, full scale ±1; of 16 bits every value is exact. */
  readonly signal: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** As in the file, before they were mixed. */
  readonly channels: 1 | 2;
  readonly encoding: WavEncoding;
  /**
   * Whether the file ends before the sound that its header promises.
   *
   * Also where the header promises all there can be, as writers do who cannot go back: their files have no known end.
   */
  readonly isCut: boolean;
}

/**
 * Reads a WAV file: PCM of 8, 16, 24 or 32 bits or 32-bit float, mono or stereo, with chunks in any order.
 *
 * A file that was cut off gives what is there and says so. Errors: see `wavProblems`.
 */
export function readWav(bytes: Uint8Array): WavOutcome<WavSound> {
  const found = findSound(bytes);
  return found.ok ? { ok: true, value: soundOf(found.value.data, found.value.format) } : found;
}

/**
 * The same as 16-bit samples.
 *
 * Of a file as the bench writes it, mono of 16 bits, they share its memory: a take of ten minutes is there at once.
 */
export function readWavPcm(bytes: Uint8Array): WavOutcome<{
  readonly samples: Int16Array;
  readonly sampleRate: number;
}> {
  const found = findSound(bytes);
  if (!found.ok) return found;
  const { data, format } = found.value;
  const { sampleRate } = format;
  const samples = sharedSamples(data.body, format) ?? pcmOfSound(soundOf(data, format));
  return { ok: true, value: { samples, sampleRate } };
}

/** Undefined where memory does not hold them as they are in the file. */
function sharedSamples({ buffer, byteOffset, byteLength }: DataView, format: WavFormat) {
  const isSame = format.encoding === 'pcm16' && format.channels === 1 && IS_LITTLE_ENDIAN;
  if (!isSame || byteOffset % Int16Array.BYTES_PER_ELEMENT !== 0) return undefined;
  return new Int16Array(buffer, byteOffset, Math.floor(byteLength / Int16Array.BYTES_PER_ELEMENT));
}

/** As WAV is, and every processor that the bench runs on. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function findSound(bytes: Uint8Array): WavOutcome<{ readonly data: Chunk; readonly format: WavFormat }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.byteLength < 12) return refuse(beginsLikeRiff(view) ? 'wav-too-short' : 'wav-not-riff');
  if (nameAt(view, 0) !== 'RIFF' || nameAt(view, 8) !== 'WAVE') return refuse('wav-not-riff');

  const { format, data } = findChunks(view);
  if (format === undefined) return refuse(view.byteLength < 20 ? 'wav-too-short' : 'wav-no-format');
  const read = readFormat(format.body);
  if (!read.ok) return read;
  if (data === undefined) return refuse('wav-no-data');
  return { ok: true, value: { data, format: read.value } };
}

/** A sound’s samples as a take has them. */
export function pcmOfSound({ signal }: { readonly signal: Signal }): Int16Array<ArrayBuffer> {
  return pcmOfSignal(signal);
}

interface Chunk {
  readonly body: DataView;
  readonly isCut: boolean;
}

function soundOf(data: Chunk, format: WavFormat): WavSound {
  const { sampleRate, channels, encoding } = format;
  return { signal: decodeSamples(data.body, format), sampleRate, channels, encoding, isCut: data.isCut };
}

/** The first of each, by the chunks’ own sizes: the size of the whole, which many writers leave wrong, is not asked. */
function findChunks(view: DataView): {
  readonly format: Chunk | undefined;
  readonly data: Chunk | undefined;
} {
  let format: Chunk | undefined;
  let data: Chunk | undefined;
  let at = 12;
  while (at + 8 <= view.byteLength && (format === undefined || data === undefined)) {
    const name = nameAt(view, at);
    const promised = view.getUint32(at + 4, true);
    if (name === 'fmt ') format ??= chunkAt(view, at + 8, promised);
    if (name === 'data') data ??= chunkAt(view, at + 8, promised);
    // A chunk of odd length has one byte after it.
    at += 8 + promised + (promised % 2);
  }
  return { format, data };
}

function chunkAt(view: DataView, from: number, promised: number): Chunk {
  const there = Math.min(promised, view.byteLength - from);
  return { body: new DataView(view.buffer, view.byteOffset + from, there), isCut: there < promised };
}

function beginsLikeRiff(view: DataView): boolean {
  return view.byteLength >= 4 && nameAt(view, 0) === 'RIFF';
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
