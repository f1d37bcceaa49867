import { describe, expect, it } from 'vitest';
import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { wavFile } from '../../../../app/voice/wav/wav-header.ts';
import { decimalFrom, decimalText } from '../decimal.ts';
import { readSourceFile } from './source-file.ts';

const { minimum: SLOWEST_RATE, maximum: FASTEST_RATE } = voiceLimits.outsideRate;
const { maximum: MOST_SAMPLES } = voiceLimits.sourceSamples;

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'some.wav') => new File([bytes], name);

/** A file of one byte a sample, so that a long one is small. */
function longFile(samples: number, sampleRate: number): File {
  const head = wavFile(new Int16Array(0), sampleRate);
  const view = new DataView(head.buffer);
  view.setUint32(28, sampleRate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, samples, true);
  return new File([head, new Uint8Array(samples)], 'long.wav');
}

describe('a file for the simulated microphone', () => {
  it('is read as it is', async () => {
    const read = await readSourceFile(fileOf(wavFile(Int16Array.of(0, 16_384, -32_768), 44_100)));
    expect(read).toEqual({
      ok: true,
      value: {
        name: 'some.wav',
        samples: Float32Array.of(0, 0.5, -1),
        sampleRate: 44_100,
        channels: 1,
        missing: undefined,
      },
    });
  });

  it('is cut to what the simulated microphone takes, and says so', async () => {
    const whole = await readSourceFile(longFile(MOST_SAMPLES, 48_000));
    expect(whole).toMatchObject({ ok: true, value: { missing: undefined } });
    const read = await readSourceFile(longFile(MOST_SAMPLES + 1, 48_000));
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.samples.length).toBe(MOST_SAMPLES);
    expect(read.value.missing).toBe('too-long');
  });

  it('may end before its header says', async () => {
    const bytes = wavFile(new Int16Array(100), 24_000);
    const read = await readSourceFile(fileOf(bytes.slice(0, 100)));
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.samples.length).toBe(28);
    expect(read.value.missing).toBe('cut-off');
  });

  it.each([
    ['wav-not-riff', fileOf(new TextEncoder().encode('Hello, this is no sound.'))],
    ['wav-too-short', fileOf(new Uint8Array(wavFile(new Int16Array(1), 8000).slice(0, 10)))],
    ['wav-no-sound', fileOf(wavFile(new Int16Array(0), 24_000))],
    ['wav-rate-refused', fileOf(wavFile(new Int16Array(9), SLOWEST_RATE - 1))],
    ['wav-rate-refused', fileOf(wavFile(new Int16Array(9), FASTEST_RATE + 1))],
  ])('is refused with %s', async (code, file) => {
    const read = await readSourceFile(file);
    expect(read).toMatchObject({ ok: false, error: { code } });
    expect(read.ok || read.error.message).toContain('some.wav');
  });

  it('is refused where it cannot be read', async () => {
    const gone = {
      name: 'gone.wav',
      size: 1,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }),
    };
    expect(await readSourceFile(gone as unknown as File)).toMatchObject({
      ok: false,
      error: { code: 'storage-failed' },
    });
  });
});

describe('a number that is typed', () => {
  it('may be a fraction, or below zero', () => {
    expect(decimalFrom('−6,5')).toBe(-6.5);
    expect(decimalFrom(' 997 ')).toBe(997);
    expect(decimalFrom('-0.125')).toBe(-0.125);
    for (const text of ['', '-', '1e3', '6 dB', '1.', '--1']) expect(decimalFrom(text)).toBeUndefined();
    expect(decimalText(-6.5)).toBe('−6.5');
    expect(decimalText(1 / 3)).toBe('0.333');
  });
});
