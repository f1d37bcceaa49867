/** Bytes before the first sample. */
export const WAV_HEADER_BYTES = 44;

/** Where the header says how many bytes follow: the RIFF chunk’s size, 36 + data, and the data chunk’s own. */
export const RIFF_SIZE_POSITION = 4;
export const DATA_SIZE_POSITION = 40;

/** Of samples that a header can tell: its sizes are 32 bits, and samples are pairs of bytes. */
export const MOST_DATA_BYTES = 0xffff_ffff - 37;

const BYTES_PER_SAMPLE = 2;

/**
 * The header of mono PCM of 16 bits, little endian.
 *
 * ```
 * 0  "RIFF"  4  36 + data bytes   8  "WAVE"
 * 12 "fmt "  16 16 (chunk bytes)  20 1 (PCM)  22 1 (channel)  24 Hz  28 bytes a second  32 2 (block)  34 16 (bits)
 * 36 "data"  40 data bytes        44 samples
 * ```
 */
export function wavHeader(sampleRate: number, dataBytes: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(sampleRate) || sampleRate < 1 || sampleRate > 0x7fff_ffff) {
    throw new RangeError(`A WAV file cannot have ${sampleRate} samples a second.`);
  }
  const header = new Uint8Array(WAV_HEADER_BYTES);
  const view = new DataView(header.buffer);
  writeName(header, 0, 'RIFF');
  writeName(header, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, 16, true);
  writeName(header, 36, 'data');
  header.set(sizeBytes(dataBytes + WAV_HEADER_BYTES - 8), RIFF_SIZE_POSITION);
  header.set(sizeBytes(dataBytes), DATA_SIZE_POSITION);
  return header;
}

/** A size as a header holds it: 32 bits, little endian. */
export function sizeBytes(size: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(size) || size < 0 || size > 0xffff_ffff) {
    throw new RangeError(`${size} bytes do not fit into the header of a WAV file.`);
  }
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, size, true);
  return bytes;
}

/** Samples as they lie in the file, little endian on every machine. */
export function sampleBytes(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * BYTES_PER_SAMPLE);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < samples.length; at += 1) view.setInt16(2 * at, samples[at] ?? 0, true);
  return bytes;
}

/** A whole file. */
export function wavFile(samples: Int16Array, sampleRate: number): Uint8Array<ArrayBuffer> {
  const data = sampleBytes(samples);
  const file = new Uint8Array(WAV_HEADER_BYTES + data.length);
  file.set(wavHeader(sampleRate, data.length));
  file.set(data, WAV_HEADER_BYTES);
  return file;
}

function writeName(bytes: Uint8Array, at: number, name: string): void {
  for (let index = 0; index < name.length; index += 1) bytes[at + index] = name.charCodeAt(index);
}
