import { describe, expect, it } from 'vitest';
import { measureArrival } from './arrival.ts';
import { measureBitrate } from './bitrate.ts';
import { startLatencyMs, tailMs } from './latency.ts';
import { median, percentile } from './percentile.ts';
import { someSpurt } from './some-frames.ts';

describe('jitter', () => {
  it('is none where packets come as evenly as they were spoken', () => {
    expect(measureArrival(someSpurt(80))).toEqual({
      jitterMs: 0,
      jitterHighestMs: 0,
      intervalP50Ms: 80,
      intervalP99Ms: 80,
    });
  });

  it('is the running estimate of RFC 3550, a sixteenth of each new difference', () => {
    // The third of four packets is 32 ms late: differences of 0, 32 and 32.
    const arrival = measureArrival(someSpurt(16, { delayOf: (packet) => (packet === 2 ? 32 : 0) }));
    expect(arrival.jitterMs).toBe(2 + (32 - 2) / 16);
    expect(arrival.jitterHighestMs).toBe(arrival.jitterMs);
    expect(arrival.intervalP50Ms).toBe(80);
    expect(arrival.intervalP99Ms).toBe(112);
  });

  it('goes towards the size of a difference that stays', () => {
    const { jitterMs } = measureArrival(someSpurt(4000, { delayOf: (packet) => (packet % 2) * 20 }));
    expect(jitterMs).toBeCloseTo(20, 6);
  });

  it('is not seen in a first packet that holds more frames than the others', () => {
    const { frames, packets } = someSpurt(40);
    const merged = frames.map((frame) => ({ ...frame, packet: Math.max(1, frame.packet ?? 0) }));
    expect(measureArrival({ frames: merged, packets }).jitterMs).toBe(0);
  });

  it('is not seen in the pause between two spurts', () => {
    const first = someSpurt(40);
    const second = someSpurt(40, { spurt: 1 });
    const frames = [
      ...first.frames,
      ...second.frames.map((frame) => ({ ...frame, packet: frame.packet! + 10 })),
    ];
    const packets = [
      ...first.packets,
      ...second.packets.map((packet) => ({ ...packet, arrivedAt: packet.arrivedAt + 9000 })),
    ];
    expect(measureArrival({ frames, packets })).toMatchObject({ jitterMs: 0, intervalP99Ms: 80 });
  });

  it('takes two packets', () => {
    expect(measureArrival(someSpurt(4)).jitterMs).toBeUndefined();
    expect(measureArrival({ frames: [], packets: [] }).intervalP50Ms).toBeUndefined();
  });
});

describe('a bitrate', () => {
  it('is that of the time that was talked', () => {
    // 80 bytes in 20 ms; around four of them 4 × 4 bytes and 18 of the packet.
    const { payloadKbps, packetKbps } = measureBitrate(someSpurt(100));
    expect(payloadKbps).toBeCloseTo(32, 9);
    expect(packetKbps).toBeCloseTo((8 * (4 * 84 + 18)) / 80, 9);
  });

  it('counts the time of lost frames', () => {
    const { frames, packets } = someSpurt(100);
    const halved = frames.filter(({ seq }) => seq % 2 === 1);
    expect(measureBitrate({ frames: halved, packets }).payloadKbps).toBeCloseTo(16, 9);
  });

  it('is not measured of nothing', () => {
    expect(measureBitrate({ frames: [], packets: [] })).toEqual({
      payloadKbps: undefined,
      packetKbps: undefined,
    });
  });
});

describe('latencies', () => {
  it('are the times between', () => {
    const times = { keyDownAt: 100, firstPacketAt: 290, stopAt: 5000, notRecordingAt: 5310 };
    expect([startLatencyMs(times), tailMs(times)]).toEqual([190, 310]);
  });

  it('are not measured where a time is missing, or comes before what it follows', () => {
    expect(startLatencyMs({ keyDownAt: 100 })).toBeUndefined();
    expect(startLatencyMs({ keyDownAt: 100, firstPacketAt: 90 })).toBeUndefined();
    expect(tailMs({ stopAt: Number.NaN, notRecordingAt: 3 })).toBeUndefined();
  });
});

describe('a percentile', () => {
  it('is one of the values, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.1, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 10, 50, 99, 100]);
    expect(median([7, 1, 3])).toBe(3);
  });

  it('leaves out what is no number, and is undefined of nothing', () => {
    expect(median([Number.NaN, 5, Infinity])).toBe(5);
    expect(median([])).toBeUndefined();
  });
});
