import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanSquare } from '../../app/voice/signal/decibel.ts';
import { sine } from '../../app/voice/signal/known-signals.ts';
import { createJitterBuffer, type JitterBuffer } from './jitter-buffer.ts';

const RATE = 24_000;
const OUTPUT = 48_000;
const BLOCK = 128;
const packet = (ms: number): Float32Array => new Float32Array((RATE * ms) / 1000).fill(0.5);

/** Gives the sound in packets of 20 ms, all at once. */
function push(buffer: JitterBuffer, samples: Float32Array, rate = RATE): void {
  const size = rate * 0.02;
  for (let from = 0; from < samples.length; from += size)
    buffer.push(samples.subarray(from, from + size), rate);
}

/** Plays for a while and answers what was heard. */
function play(buffer: { pull(block: Float32Array): void }, ms: number, outputRate = OUTPUT): Float32Array {
  const heard = new Float32Array(Math.ceil((outputRate * ms) / 1000 / BLOCK) * BLOCK);
  for (let from = 0; from < heard.length; from += BLOCK) buffer.pull(heard.subarray(from, from + BLOCK));
  return heard;
}

function largestStep(heard: Float32Array): number {
  return heard
    .subarray(1)
    .reduce((largest, value, at) => Math.max(largest, Math.abs(value - (heard[at] ?? 0))), 0);
}

describe('a jitter buffer', () => {
  it('is silent until its target is reached', () => {
    const buffer = createJitterBuffer(OUTPUT, 100);
    push(buffer, packet(80));
    expect(Math.max(...play(buffer, 15))).toBe(0);
    push(buffer, packet(40));
    expect(play(buffer, 20).at(-1)).toBeCloseTo(0.5, 5);
    expect(buffer.stats()).toMatchObject({ isPlaying: true, underruns: 0 });
    expect(buffer.stats().fillMs).toBeCloseTo(120 - 20, -1);
  });

  it('counts what came too late as an underrun, and a pause of the talker as none', () => {
    const buffer = createJitterBuffer(OUTPUT, 40);
    push(buffer, packet(40));
    play(buffer, 100);
    expect(buffer.stats().underruns).toBe(0);
    push(buffer, packet(40));
    expect(buffer.stats().underruns).toBe(1);
    play(buffer, 1000);
    push(buffer, packet(40));
    expect(buffer.stats().underruns).toBe(1);
  });

  it('goes on and fades within 60 ms instead of clicking when it runs dry', () => {
    const buffer = createJitterBuffer(OUTPUT, 40);
    push(buffer, packet(40));
    play(buffer, 20);
    const heard = play(buffer, 90);
    expect(largestStep(heard.subarray(BLOCK))).toBeLessThan(0.01);
    expect(Math.abs(heard[OUTPUT * 0.025]!)).toBeGreaterThan(0.45);
    expect(Math.max(...heard.subarray(OUTPUT * 0.081))).toBe(0);
  });

  describe('with a tone that has a hole', () => {
    const hertz = 200;
    const tone = Float32Array.from(sine(hertz, -6, 1, RATE));
    /** What a tone of that pitch and level changes by at most from one sample of the output to the next. */
    const ownStep = 0.502 * 2 * Math.PI * (hertz / OUTPUT);

    /** 100 ms of the tone, nothing new for 20 ms, and the rest of the tone. */
    const hear = (): { readonly heard: Float32Array; readonly buffer: JitterBuffer } => {
      const buffer = createJitterBuffer(OUTPUT, 60);
      push(buffer, tone.subarray(0, RATE * 0.1));
      const before = play(buffer, 120);
      push(buffer, tone.subarray(RATE * 0.1, RATE * 0.3));
      return { heard: Float32Array.of(...before, ...play(buffer, 100)), buffer };
    };

    it('fills it with what is most like the tone', () => {
      const { heard, buffer } = hear();
      const from = OUTPUT * 0.1;
      const hole = heard.subarray(from, from + OUTPUT * 0.02);
      const wanted = sine(hertz, -6, 0.3, OUTPUT).subarray(from);
      const error = meanSquare(hole.map((value, at) => value - wanted[at]!));
      // Silence would be an error as large as the tone itself.
      expect(error / meanSquare(wanted.subarray(0, hole.length))).toBeLessThan(0.02);
      expect(buffer.stats().concealedMs).toBeCloseTo(20, -1);
      expect(buffer.stats().underruns).toBe(1);
    });

    it('joins both ends without a click', () => {
      expect(largestStep(hear().heard.subarray(1))).toBeLessThan(1.15 * ownStep);
    });

    it('counts nothing as concealed where the talker had ended', () => {
      const buffer = createJitterBuffer(OUTPUT, 60);
      push(buffer, tone.subarray(0, RATE * 0.1));
      play(buffer, 1000);
      push(buffer, tone.subarray(0, RATE * 0.1));
      play(buffer, 50);
      expect(buffer.stats().concealedMs).toBe(0);
    });
  });

  it('does not click where it skips a backlog, is cleared or hears another rate', () => {
    const tone = Float32Array.from(sine(333, -6, 2, RATE));
    const ownStep = 0.502 * 2 * Math.PI * (333 / OUTPUT);
    const begin = (): JitterBuffer => {
      const buffer = createJitterBuffer(OUTPUT, 60);
      push(buffer, tone.subarray(0, RATE * 0.2));
      return buffer;
    };
    const breaks: readonly ((buffer: JitterBuffer) => void)[] = [
      (buffer) => {
        for (let at = 0.2; at < 0.8; at += 0.05)
          buffer.push(tone.subarray(RATE * at, RATE * (at + 0.05)), RATE);
        expect(buffer.stats().skippedMs).toBeGreaterThan(200);
      },
      (buffer) => buffer.clear(),
      (buffer) => buffer.push(Float32Array.from(sine(333, -6, 0.1, 16_000)), 16_000),
    ];
    for (const breakOff of breaks) {
      const buffer = begin();
      const before = play(buffer, 83);
      breakOff(buffer);
      const heard = Float32Array.of(...before, ...play(buffer, 30));
      // Fading from one phase to another moves a little faster than either.
      expect(largestStep(heard.subarray(1))).toBeLessThan(1.4 * ownStep);
    }
  });

  it('skips a backlog to its target', () => {
    const buffer = createJitterBuffer(OUTPUT, 60);
    for (let packets = 0; packets < 20; packets += 1) buffer.push(packet(80), RATE);
    const { fillMs, skippedMs } = buffer.stats();
    // Packets of 80 ms need 100.
    expect(fillMs).toBeLessThanOrEqual(100 + 250 + 80);
    expect(fillMs + skippedMs).toBeCloseTo(1600, 6);
  });

  it('plays a tone of another rate as the same tone', () => {
    const tone = Float32Array.from(sine(1000, -6, 0.4, RATE));
    const buffer = createJitterBuffer(OUTPUT, 200);
    push(buffer, tone.subarray(0, 5000));
    const heard = play(buffer, 150);
    const wanted = sine(1000, -6, 0.15, OUTPUT);
    const worst = heard
      .subarray(4, 7000)
      .reduce((most, value, at) => Math.max(most, Math.abs(value - wanted[at + 4]!)), 0);
    expect(worst).toBeLessThan(0.002);
  });

  it('plays every sample once and in order where the rates are the same, however it is cut up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 250 }), (sizes) => {
        const buffer = createJitterBuffer(OUTPUT, 0);
        const heard: number[] = [];
        let next = 0;
        for (const size of sizes) {
          buffer.push(
            Float32Array.from({ length: size }, () => (next += 1)),
            OUTPUT,
          );
          const block = new Float32Array(size);
          buffer.pull(block);
          heard.push(...block);
        }
        // What still waits when it ends is no more than is wanted, and one block that it may have begun with.
        const sounding = heard.filter((value) => value !== 0);
        expect(sounding).toEqual(Array.from({ length: sounding.length }, (_, at) => at + 1));
        expect(heard.lastIndexOf(0)).toBe(heard.length - sounding.length - 1);
        expect(next - sounding.length).toBeLessThanOrEqual((OUTPUT * 30) / 1000);
      }),
    );
  });

  it('starts anew when it is cleared and when the rate changes', () => {
    const buffer = createJitterBuffer(OUTPUT, 10);
    buffer.push(packet(50), RATE);
    buffer.push(new Float32Array(480), OUTPUT);
    expect(buffer.stats().fillMs).toBeCloseTo(10, 6);
    buffer.clear();
    expect(buffer.stats()).toMatchObject({ fillMs: 0, isPlaying: false });
  });
});
