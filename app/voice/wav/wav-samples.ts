import type { WavEncoding, WavFormat } from './wav-format.ts';

/** Mono samples of full scale ±1: two channels are mixed by their mean. A block that is cut off is left out. */
export function decodeSamples(
  data: DataView,
  { channels, encoding, sampleBytes }: WavFormat,
): Float32Array<ArrayBuffer> {
  const read = readers[encoding];
  const blockBytes = channels * sampleBytes;
  const signal = new Float32Array(Math.floor(data.byteLength / blockBytes));
  for (let index = 0; index < signal.length; index += 1) {
    const at = index * blockBytes;
    signal[index] = channels === 1 ? read(data, at) : (read(data, at) + read(data, at + sampleBytes)) / 2;
  }
  return signal;
}

const readers: Readonly<Record<WavEncoding, (data: DataView, at: number) => number>> = {
  // 8 bits alone are without a sign.
  pcm8: (data, at) => (data.getUint8(at) - 128) / 128,
  pcm16: (data, at) => data.getInt16(at, true) / 2 ** 15,
  pcm24: (data, at) => (data.getUint16(at, true) + data.getInt8(at + 2) * 2 ** 16) / 2 ** 23,
  pcm32: (data, at) => data.getInt32(at, true) / 2 ** 31,
  float32: (data, at) => heldAtFullScale(data.getFloat32(at, true)),
};

function heldAtFullScale(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value));
}
