import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sine } from '../../app/voice/signal/known-signals.ts';
import { createJitterBuffer } from './jitter-buffer.ts';

const RATE = 24_000;
const OUTPUT = 48_000;
const BLOCK = 128;
const packet = (ms: number): Float32Array => new Float32Array((RATE * ms) / 1000).fill(0.5);

/** Plays for a while and answers what was heard. */
function play(buffer: { pull(block: Float32Array): void }, ms: number, outputRate = OUTPUT): Float32Array {
  const heard = new Float32Array(Math.ceil((outputRate * ms) / 1000 / BLOCK) * BLOCK);
  for (let from = 0; from < heard.length; from += BLOCK) buffer.pull(heard.subarray(from, from + BLOCK));
  return heard;
}

describe('a jitter buffer', () => {
  it('is silent until its target is reached', () => {
    const buffer = createJitterBuffer(OUTPUT, 100);
    buffer.push(packet(80), RATE);
    expect(Math.max(...play(buffer, 20))).toBe(0);
    buffer.push(packet(40), RATE);
    expect(play(buffer, 20).at(-1)).toBeCloseTo(0.5, 5);
    expect(buffer.stats()).toMatchObject({ isPlaying: true, underruns: 0 });
    expect(buffer.stats().fillMs).toBeCloseTo(120 - 20, -1);
  });

  it('counts what came too late as an underrun, and a pause of the talker as none', () => {
    const buffer = createJitterBuffer(OUTPUT, 40);
    buffer.push(packet(40), RATE);
    play(buffer, 100);
    expect(buffer.stats().underruns).toBe(0);
    buffer.push(packet(40), RATE);
    expect(buffer.stats().underruns).toBe(1);
    play(buffer, 1000);
    buffer.push(packet(40), RATE);
    expect(buffer.stats().underruns).toBe(1);
  });

  it('rings out instead of clicking when it runs dry', () => {
    const buffer = createJitterBuffer(OUTPUT, 20);
    buffer.push(packet(20), RATE);
    const heard = play(buffer, 60);
    const steps = heard.subarray(1).map((value, at) => Math.abs(value - (heard[at] ?? 0)));
    expect(Math.max(...steps.subarray(BLOCK))).toBeLessThan(0.01);
    expect(Math.abs(heard.at(-1)!)).toBeLessThan(0.02);
  });

  it('skips a backlog to its target', () => {
    const buffer = createJitterBuffer(OUTPUT, 60);
    for (let packets = 0; packets < 20; packets += 1) buffer.push(packet(80), RATE);
    const { fillMs, skippedMs } = buffer.stats();
    expect(fillMs).toBeLessThanOrEqual(60 + 250 + 80);
    expect(fillMs + skippedMs).toBeCloseTo(1600, 6);
  });

  it('plays a tone of another rate as the same tone', () => {
    const tone = Float32Array.from(sine(1000, -6, 0.4, RATE));
    const buffer = createJitterBuffer(OUTPUT, 10);
    buffer.push(tone.subarray(0, 5000), RATE);
    const heard = play(buffer, 150);
    const wanted = sine(1000, -6, 0.15, OUTPUT);
    const worst = heard
      .subarray(4, 7000)
      .reduce((most, value, at) => Math.max(most, Math.abs(value - wanted[at + 4]!)), 0);
    expect(worst).toBeLessThan(0.002);
  });

  it('plays every sample once and in order where the rates are the same, however it is cut up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (sizes) => {
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
        expect(heard).toEqual(Array.from({ length: next }, (_, at) => at + 1));
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
