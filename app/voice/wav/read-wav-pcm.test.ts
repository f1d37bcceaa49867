import { describe, expect, it } from 'vitest';
import { pcmOfSound, readWav, readWavPcm } from './read-wav.ts';
import { openWavStream } from './wav-stream.ts';

function fileOf(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const wav = openWavStream(24_000);
  const writes = [...wav.begin(), ...wav.append(samples), ...wav.settle()];
  const file = new Uint8Array(Math.max(...writes.map(({ position, bytes }) => position + bytes.length)));
  for (const { position, bytes } of writes) file.set(bytes, position);
  return file;
}

function pcmOf(file: Uint8Array) {
  const read = readWavPcm(file);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const samples = Int16Array.of(0, 1, -1, 32_767, -32_768, 12_345, -12_345);

describe('the 16-bit samples of a WAV file', () => {
  it('are those that were written, in the memory of the file', () => {
    const file = fileOf(samples);
    const read = pcmOf(file);
    expect([...read.samples]).toEqual([...samples]);
    expect([read.sampleRate, read.samples.buffer]).toEqual([24_000, file.buffer]);
  });

  it('are the same where the file lies at an odd place in memory', () => {
    const file = fileOf(samples);
    const odd = new Uint8Array(file.length + 1).subarray(1);
    odd.set(file);
    expect([...pcmOf(odd).samples]).toEqual([...samples]);
  });

  it('are those of the signal where the file has two channels, and whole ones where it is cut', () => {
    const file = fileOf(samples);
    const header = new DataView(file.buffer);
    header.setUint16(22, 2, true);
    header.setUint16(32, 4, true);
    const read = readWav(file);
    expect(read.ok && [...pcmOfSound(read.value)]).toEqual([...pcmOf(file).samples]);
    expect([...pcmOf(fileOf(samples).subarray(0, 44 + 5)).samples]).toEqual([0, 1]);
  });

  it('are none where it is no WAV file', () => {
    expect(readWavPcm(Uint8Array.of(1, 2, 3))).toMatchObject({ ok: false });
  });
});
