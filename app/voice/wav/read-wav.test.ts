import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../simulator/random.ts';
import { pcmOfSound, readWav } from './read-wav.ts';
import { sampleBytes, wavFile } from './wav-header.ts';
import { wavProblems } from './wav-problem.ts';

interface FormatFields {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
  readonly blockBytes: number;
}

/** A format chunk’s body; what is left out is that of mono PCM of 16 bits at 24 kHz. */
function formatOf(fields: Partial<FormatFields> = {}): Uint8Array {
  const { tag = 1, channels = 1, sampleRate = 24_000, bits = 16 } = fields;
  const { blockBytes = (channels * bits) / 8 } = fields;
  const body = new DataView(new ArrayBuffer(16));
  body.setUint16(0, tag, true);
  body.setUint16(2, channels, true);
  body.setUint32(4, sampleRate, true);
  body.setUint32(8, sampleRate * blockBytes, true);
  body.setUint16(12, blockBytes, true);
  body.setUint16(14, bits, true);
  return new Uint8Array(body.buffer);
}

function chunk(name: string, body: Uint8Array): number[] {
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, body.length, true);
  const padding = body.length % 2 === 1 ? [0] : [];
  return [...new TextEncoder().encode(name), ...new Uint8Array(size.buffer), ...body, ...padding];
}

/** A RIFF file of these chunks; its own size is left 0, which readers do not ask for. */
function riff(...chunks: readonly (readonly number[])[]): Uint8Array {
  const begin = [...new TextEncoder().encode('RIFF'), 0, 0, 0, 0, ...new TextEncoder().encode('WAVE')];
  return Uint8Array.from([...begin, ...chunks.flat()]);
}

function signalOf(file: Uint8Array): number[] {
  const read = readWav(file);
  if (!read.ok) throw new Error(read.error.message);
  return [...read.value.signal];
}

function problemOf(file: Uint8Array): string {
  const read = readWav(file);
  return read.ok ? 'none' : read.error.code;
}

const samples = Int16Array.of(0, 1, -1, 32_767, -32_768, 1234);

describe('a WAV file', () => {
  it('of 16 bits is read as it was written, at any rate', () => {
    for (const sampleRate of [1, 11_025, 24_000, 48_000, 384_000]) {
      const read = readWav(wavFile(samples, sampleRate));
      expect(read).toMatchObject({
        ok: true,
        value: { sampleRate, channels: 1, encoding: 'pcm16', isCut: false },
      });
      if (read.ok) expect(pcmOfSound(read.value)).toEqual(samples);
    }
  });

  it('is read from within other bytes', () => {
    const file = wavFile(samples, 24_000);
    const around = new Uint8Array(file.length + 10);
    around.set(file, 5);
    expect(signalOf(around.subarray(5, -5))).toEqual(signalOf(file));
  });

  it.each([
    { bits: 8, tag: 1, bytes: [0, 128, 192], signal: [-1, 0, 0.5] },
    {
      bits: 24,
      tag: 1,
      bytes: [0, 0, 0x80, 0, 0, 0x40, 0, 0, 0xc0, 1, 0, 0],
      signal: [-1, 0.5, -0.5, 2 ** -23],
    },
    { bits: 32, tag: 1, bytes: [0, 0, 0, 0x80, 0, 0, 0, 0x40], signal: [-1, 0.5] },
    { bits: 32, tag: 3, bytes: [0, 0, 0, 0x3f, 0, 0, 0x80, 0xc0, 0, 0, 0xc0, 0x7f], signal: [0.5, -1, 0] },
  ])('of $bits bits and format $tag is read as well', ({ bits, tag, bytes, signal }) => {
    expect(
      signalOf(riff(chunk('fmt ', formatOf({ tag, bits })), chunk('data', Uint8Array.from(bytes)))),
    ).toEqual(signal);
  });

  it('is the mean of its channels where it is stereo', () => {
    const data = sampleBytes(Int16Array.of(16_384, 0, 16_384, -16_384));
    expect(signalOf(riff(chunk('fmt ', formatOf({ channels: 2 })), chunk('data', data)))).toEqual([0.25, 0]);
  });

  it('has its chunks in any order, others among them, some of odd length', () => {
    const data = chunk('data', Uint8Array.of(0, 64));
    const odd = chunk('LIST', Uint8Array.of(1, 2, 3));
    expect(signalOf(riff(odd, data, odd, chunk('fmt ', formatOf())))).toEqual([0.5]);
  });

  it('may hide its format in an extended chunk', () => {
    const extended = new Uint8Array(40);
    extended.set(formatOf({ tag: 0xfffe }));
    extended[24] = 1;
    expect(signalOf(riff(chunk('fmt ', extended), chunk('data', Uint8Array.of(0, 64))))).toEqual([0.5]);
  });
});

describe('a WAV file that was cut off', () => {
  it('gives what is there, and says so', () => {
    const file = wavFile(samples, 24_000);
    for (let length = 44; length < file.length; length += 1) {
      const read = readWav(file.subarray(0, length));
      expect(read).toMatchObject({ ok: true, value: { isCut: true } });
      if (read.ok) expect(pcmOfSound(read.value)).toEqual(samples.subarray(0, Math.floor((length - 44) / 2)));
    }
  });

  it('before its samples is none, with a code that tells how far it got', () => {
    const file = wavFile(samples, 24_000);
    const codes = Array.from({ length: 44 }, (_, length) => problemOf(file.subarray(0, length)));
    const runs = [...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]);
    expect(runs).toEqual([
      ['wav-not-riff', 4],
      ['wav-too-short', 16],
      ['wav-bad-format', 16],
      ['wav-no-data', 8],
    ]);
  });
});

describe('what is not read', () => {
  const data = chunk('data', new Uint8Array(8));

  it.each([
    ['wav-not-riff', new TextEncoder().encode('OggS is something else')],
    ['wav-not-riff', Uint8Array.from([...new TextEncoder().encode('RIFF____AVI '), ...data])],
    ['wav-no-format', riff(data)],
    ['wav-no-data', riff(chunk('fmt ', formatOf()))],
    ['wav-bad-format', riff(chunk('fmt ', new Uint8Array(15)), data)],
    ['wav-bad-format', riff(chunk('fmt ', formatOf({ sampleRate: 0 })), data)],
    ['wav-bad-format', riff(chunk('fmt ', formatOf({ sampleRate: 4e9 })), data)],
    ['wav-bad-format', riff(chunk('fmt ', formatOf({ blockBytes: 3 })), data)],
    ['wav-unsupported', riff(chunk('fmt ', formatOf({ tag: 2 })), data)],
    ['wav-unsupported', riff(chunk('fmt ', formatOf({ bits: 12 })), data)],
    ['wav-unsupported', riff(chunk('fmt ', formatOf({ tag: 3, bits: 64 })), data)],
    ['wav-unsupported', riff(chunk('fmt ', formatOf({ channels: 6 })), data)],
    ['wav-unsupported', riff(chunk('fmt ', formatOf({ channels: 0 })), data)],
  ])('has the code %s', (code, file) => {
    expect(problemOf(file)).toBe(code);
  });

  it('is never anything but a code, whatever became of 20,000 headers', () => {
    const random = createRandom(7, 'headers');
    const files = [
      wavFile(samples, 24_000),
      riff(chunk('fmt ', formatOf({ channels: 2, bits: 24 })), chunk('data', new Uint8Array(30))),
      riff(chunk('LIST', new Uint8Array(5)), data, chunk('fmt ', formatOf({ tag: 3, bits: 32 }))),
    ];
    const seen = new Set<string>();
    for (let round = 0; round < 20_000; round += 1) {
      const file = files[round % files.length]!.slice();
      for (let change = random.between(1, 4); change > 0; change -= 1) {
        file[random.between(0, Math.min(55, file.length - 1))] = random.chance(0.5)
          ? random.between(0, 255)
          : random.between(0, 3) * 85;
      }
      const cut = random.chance(0.2) ? file.subarray(0, random.between(0, file.length)) : file;
      const read = readWav(cut);
      seen.add(read.ok ? 'none' : read.error.code);
      if (read.ok) {
        expect(read.value.signal.length).toBeLessThanOrEqual(cut.length);
        expect(read.value.signal.every((value) => Math.abs(value) <= 1)).toBe(true);
      } else {
        expect(read.error.message).toMatch(/^[A-Z].+\.$/);
      }
    }
    expect([...seen].toSorted()).toEqual([...Object.keys(wavProblems), 'none'].toSorted());
  });

  it('is never anything but a code for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const read = readWav(bytes);
        if (!read.ok) expect(read.error.code in wavProblems).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
