import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pcmOfSound, readWav } from './read-wav.ts';
import { DATA_SIZE_POSITION, RIFF_SIZE_POSITION, sizeBytes, wavFile, wavHeader } from './wav-header.ts';
import { openWavStream, type WavWrite } from './wav-stream.ts';

const RATE = 24_000;

/** A file that grows as it is written to. */
function createFile() {
  let bytes = new Uint8Array();
  return {
    carryOut: ({ position, bytes: written }: WavWrite): void => {
      const longer = new Uint8Array(Math.max(bytes.length, position + written.length));
      longer.set(bytes);
      longer.set(written, position);
      bytes = longer;
    },
    bytes: () => bytes,
    samples: (): Int16Array => {
      const read = readWav(bytes);
      if (!read.ok) throw new Error(read.error.message);
      if (read.value.isCut) throw new Error('The header promises more than there is.');
      return pcmOfSound(read.value);
    },
  };
}

function ramp(length: number, from = 0): Int16Array {
  return Int16Array.from({ length }, (_, at) => from + at);
}

describe('the header', () => {
  it('is 44 bytes that every player knows', () => {
    const text = String.fromCharCode(...wavHeader(RATE, 1000));
    expect(text).toHaveLength(44);
    expect([text.slice(0, 4), text.slice(8, 16), text.slice(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
    const view = new DataView(wavHeader(RATE, 1000).buffer);
    expect([4, 16, 24, 28, 40].map((at) => view.getUint32(at, true))).toEqual([
      1036, 16, 24_000, 48_000, 1000,
    ]);
    expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 2, 16]);
  });

  it('takes no rate and no size that it cannot hold', () => {
    for (const rate of [0, -1, 0.5, Number.NaN, Infinity])
      expect(() => wavHeader(rate, 0)).toThrow(RangeError);
    for (const size of [-1, 0.5, 2 ** 32]) expect(() => sizeBytes(size)).toThrow(RangeError);
  });
});

describe('a file that is written while it is recorded', () => {
  it('is in the end the file that is written at once', () => {
    const file = createFile();
    const stream = openWavStream(RATE);
    const writes = [
      ...stream.begin(),
      ...stream.append(ramp(480)),
      ...stream.append(ramp(30_000, -15_000)),
      ...stream.append(new Int16Array()),
      ...stream.settle(),
    ];
    writes.forEach(file.carryOut);
    expect(file.bytes()).toEqual(wavFile(Int16Array.from([...ramp(480), ...ramp(30_000, -15_000)]), RATE));
    expect(stream.dataBytes()).toBe(60_960);
  });

  it('can be played after each write, and lacks less than 0.5 s of what was written', () => {
    const anySteps = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(anySteps, fc.constantFrom(11_025, RATE, 48_000), (steps, sampleRate) => {
        const file = createFile();
        const stream = openWavStream(sampleRate);
        stream.begin().forEach(file.carryOut);
        for (const length of steps) {
          for (const write of stream.append(ramp(length))) {
            file.carryOut(write);
            const writtenSamples = (file.bytes().length - 44) / 2;
            expect((writtenSamples - file.samples().length) / sampleRate).toBeLessThan(0.5);
          }
        }
        stream.settle().forEach(file.carryOut);
        expect(file.samples()).toHaveLength(steps.reduce((sum, length) => sum + length, 0));
      }),
      { numRuns: 50 },
    );
  });

  it('has its sizes rewritten at bytes 4 and 40 alone', () => {
    const stream = openWavStream(RATE);
    const positions = [...stream.append(ramp(6000)), ...stream.settle()].map(({ position }) => position);
    expect(positions.filter((position) => position < 44)).toEqual([
      RIFF_SIZE_POSITION,
      DATA_SIZE_POSITION,
      RIFF_SIZE_POSITION,
      DATA_SIZE_POSITION,
    ]);
  });

  it('drops what its header can count no more', () => {
    const file = createFile();
    const stream = openWavStream(RATE, 1001);
    stream.begin().forEach(file.carryOut);
    expect(stream.isFull()).toBe(false);
    stream.append(ramp(600)).forEach(file.carryOut);
    expect(stream.isFull()).toBe(true);
    expect(stream.append(ramp(10))).toEqual([]);
    stream.settle().forEach(file.carryOut);
    expect(file.samples()).toEqual(ramp(500));
  });
});
