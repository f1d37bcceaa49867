import { describe, expect, it } from 'vitest';
import { createJitterBuffer, type JitterStats } from './jitter-buffer.ts';

const RATE = 24_000;
const OUTPUT = 48_000;
const TARGET_MS = 60;

interface Packet {
  /** When it comes. */
  readonly atMs: number;
  /** Where in what is said it begins, and how long it is. */
  readonly fromMs: number;
  readonly ms: number;
}

interface Heard {
  readonly sound: Float32Array;
  /** Of each packet from when it came until its last sample was played. */
  readonly waits: readonly { readonly atMs: number; readonly ms: number }[];
  readonly news: readonly (JitterStats & { readonly atMs: number })[];
  readonly last: JitterStats;
}

/** Packets come when their last sample was spoken, by a talker’s clock that is too fast by so many parts in a million. */
function talk(seconds: number, packetMs: (index: number) => number, ppm = 0): readonly Packet[] {
  const packets: Packet[] = [];
  for (let fromMs = 0; fromMs < 1000 * seconds;) {
    const ms = packetMs(packets.length);
    packets.push({ atMs: (fromMs + ms) / (1 + ppm / 1e6), fromMs, ms });
    fromMs += ms;
  }
  return packets;
}

/** What would have come in between comes at the end of it. */
function stall(packets: readonly Packet[], fromMs: number, ms: number): readonly Packet[] {
  return packets.map((packet) =>
    packet.atMs > fromMs && packet.atMs < fromMs + ms ? { ...packet, atMs: fromMs + ms } : packet,
  );
}

function hear(
  packets: readonly Packet[],
  sayAt: (second: number) => number,
  { targetMs = TARGET_MS, rate = RATE, outputRate = OUTPUT, block = 128 } = {},
): Heard {
  const buffer = createJitterBuffer(outputRate, targetMs);
  const waiting = [...packets].reverse();
  const waits: { readonly atMs: number; readonly ms: number }[] = [];
  const news: (JitterStats & { readonly atMs: number })[] = [];
  const endMs = packets.at(-1)!.atMs;
  const sound = new Float32Array(Math.floor((endMs * outputRate) / 1000 / block) * block);
  for (let from = 0; from < sound.length; from += block) {
    const nowMs = (1000 * from) / outputRate;
    for (let next = waiting.at(-1); next !== undefined && next.atMs <= nowMs; next = waiting.at(-1)) {
      waiting.pop();
      const first = Math.round((next.fromMs * rate) / 1000);
      const samples = new Float32Array((next.ms * rate) / 1000);
      buffer.push(
        samples.map((_, at) => sayAt((first + at) / rate)),
        rate,
      );
      waits.push({ atMs: nowMs, ms: buffer.stats().fillMs });
    }
    buffer.pull(sound.subarray(from, from + block));
    if (from % (block * 32) === 0) news.push({ ...buffer.stats(), atMs: nowMs });
  }
  return { sound, waits, news, last: buffer.stats() };
}

const HERTZ = 250;
const tone = (second: number): number => 0.5 * Math.sin(2 * Math.PI * HERTZ * second);
const ownStep = 0.5 * 2 * Math.PI * (HERTZ / OUTPUT);
const constantly = (): number => 0.5;
const even = (): number => 20;
/** 80 to 160 ms, in an order without a rhythm. */
const burst = (index: number): number => 80 + 20 * ((index * 7 + ((index * index) % 3)) % 5);

const waitsAfter = ({ waits }: Heard, atMs: number): readonly number[] =>
  waits.filter((wait) => wait.atMs > atMs).map(({ ms }) => ms);

function largestStep(heard: Float32Array): number {
  return heard
    .subarray(1)
    .reduce((largest, value, at) => Math.max(largest, Math.abs(value - (heard[at] ?? 0))), 0);
}

describe('a jitter buffer, of packets that come', () => {
  it('each 20 ms, keeps its target and plays every sample at its own speed', () => {
    const heard = hear(talk(20, even), tone);
    expect(heard.last).toMatchObject({ underruns: 0, skippedMs: 0, shortenedMs: 0, wantedMs: TARGET_MS });
    const waits = waitsAfter(heard, 100);
    expect(Math.min(...waits)).toBeGreaterThan(TARGET_MS - 10);
    expect(Math.max(...waits)).toBeLessThan(TARGET_MS + 10);
    expect(heard.news.every(({ speed }) => speed === 1)).toBe(true);
  });

  it('in bursts of 80 to 160 ms, waits for as much as the longest needs, and says so', () => {
    const heard = hear(talk(30, burst), tone);
    expect(heard.last).toMatchObject({ skippedMs: 0, wantedMs: 160 + 20 });
    // A first packet that is shorter cannot tell how long the later ones are.
    expect(heard.last.underruns).toBeLessThanOrEqual(1);
    const waits = waitsAfter(heard, 10_000);
    expect(Math.min(...waits)).toBeGreaterThan(170);
    expect(Math.max(...waits)).toBeLessThan(190);
  });

  it('in bursts, does not run dry once it knows how long they are', () => {
    const heard = hear(
      talk(30, (index) => (index === 0 ? 160 : burst(index))),
      tone,
    );
    expect(heard.last.underruns).toBe(0);
    expect(largestStep(heard.sound)).toBeLessThan(1.2 * ownStep);
  });

  it('in bursts, keeps a target that is longer than they are', () => {
    const heard = hear(talk(20, burst), tone, { targetMs: 400 });
    expect(heard.last).toMatchObject({ underruns: 0, wantedMs: 400 });
    expect(Math.max(...waitsAfter(heard, 1000))).toBeLessThan(410);
  });

  describe('after a stall of 300 ms, all at once,', () => {
    const packets = stall(talk(20, even), 5000, 300);

    it('is back at its target within ten seconds, without a click', () => {
      const heard = hear(packets, tone);
      expect(heard.last).toMatchObject({ underruns: 1, skippedMs: 0 });
      expect(Math.max(...waitsAfter(heard, 5300))).toBeGreaterThan(TARGET_MS + 200);
      expect(Math.max(...waitsAfter(heard, 15_300))).toBeLessThan(TARGET_MS + 15);
      expect(Math.max(...heard.news.map(({ speed }) => speed))).toBe(1.04);
      expect(largestStep(heard.sound)).toBeLessThan(1.4 * ownStep);
    });

    it('is back at once where the talker pauses, and skips no speech', () => {
      const pausing = (second: number): number => (second > 8 && second < 8.5 ? 0.001 : 1) * tone(second);
      const heard = hear(packets, pausing);
      const before = heard.waits.filter(({ atMs }) => atMs < 8000).at(-1)!.ms;
      expect(before).toBeGreaterThan(TARGET_MS + 100);
      expect(Math.max(...waitsAfter(heard, 8800))).toBeLessThan(TARGET_MS + 35);
      expect(heard.last.shortenedMs).toBeGreaterThan(100);
      expect(heard.last.skippedMs).toBe(0);
      expect(largestStep(heard.sound)).toBeLessThan(1.4 * ownStep);
    });
  });

  it('late again and again by less than it can do without, does not run dry', () => {
    const late = talk(20, even).map((packet, index) =>
      index % 40 < 2 ? { ...packet, atMs: packet.atMs + 30 } : packet,
    );
    const heard = hear(
      late.toSorted((a, b) => a.atMs - b.atMs || a.fromMs - b.fromMs),
      tone,
    );
    expect(heard.last.underruns).toBe(0);
    expect(Math.max(...waitsAfter(heard, 1000))).toBeLessThan(TARGET_MS + 40);
  });

  it.each([-1000, -100, 100, 1000])('by a clock that is off by %d ppm, keeps up for ten minutes', (ppm) => {
    const heard = hear(talk(600, even, ppm), constantly, { rate: 2000, outputRate: 4000, block: 16 });
    expect(heard.last).toMatchObject({ underruns: 0, skippedMs: 0 });
    const waits = waitsAfter(heard, 1000);
    expect(Math.min(...waits)).toBeGreaterThan(TARGET_MS - 20);
    expect(Math.max(...waits)).toBeLessThan(TARGET_MS + 20);
  });

  it('far too much at once, is no more than 4 % sharp', () => {
    const packets = stall(talk(8, even), 1000, 290);
    const { sound, news } = hear(packets, (second) => 0.5 * Math.sin(2 * Math.PI * 1000 * second));
    const at = news.find(({ speed }) => speed === 1.04)!.atMs;
    const from = Math.round(((at + 100) * OUTPUT) / 1000);
    let crossings = 0;
    for (let index = from; index < from + OUTPUT; index += 1)
      if (sound[index - 1]! < 0 && sound[index]! >= 0) crossings += 1;
    expect(crossings).toBeGreaterThan(1030);
    expect(crossings).toBeLessThanOrEqual(1041);
  });

  it('waits at once for a target that is much longer than before', () => {
    const buffer = createJitterBuffer(OUTPUT, TARGET_MS);
    for (let index = 0; index < 100; index += 1) {
      if (index === 50) buffer.setTarget(500);
      buffer.push(new Float32Array(480).fill(0.5), RATE);
      buffer.pull(new Float32Array(960));
    }
    expect(buffer.stats()).toMatchObject({ isPlaying: true, underruns: 0 });
    expect(buffer.stats().fillMs).toBeGreaterThan(470);
  });
});
