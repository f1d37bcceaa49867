import { describe, expect, it } from 'vitest';
import { axisEnd, inTime, packetColumns, packetPeaks } from './packet-columns.ts';

const packets = [
  { atSeconds: 0, bytes: 100 },
  { atSeconds: 0.4, bytes: 300 },
  { atSeconds: 0.45, bytes: 200 },
  { atSeconds: 1.2, bytes: 50 },
];

describe('packet columns', () => {
  it('show the largest packet of each column and the bitrate of the second before', () => {
    const { bytes, bitsPerSecond } = packetColumns(packets, { from: 0, to: 3 }, 6);
    expect([...bytes]).toEqual([300, 0, 50, 0, 0, 0]);
    // At 0.45 s all three, at 1 s without the first; at 1.2 s the last three, at 2 s only the last.
    expect([...bitsPerSecond]).toEqual([4800, 4000, 4400, 400, 0, 0]);
  });

  it('count what came shortly before the view', () => {
    const { bytes, bitsPerSecond } = packetColumns(packets, { from: 0.5, to: 0.9 }, 2);
    expect([...bytes]).toEqual([0, 0]);
    expect([...bitsPerSecond]).toEqual([4800, 4800]);
  });

  it('have peaks over everything, and ends of axes beyond them', () => {
    expect(packetPeaks(packets)).toEqual({ bytes: 300, bitsPerSecond: 4800 });
    expect([0, 300, 4800, 440, 801].map(axisEnd)).toEqual([1, 300, 5000, 500, 1000]);
  });

  it('take packets in the order of time, and leave out what has none', () => {
    expect(
      inTime([
        { atSeconds: 2, bytes: 1 },
        { atSeconds: NaN, bytes: 2 },
        { atSeconds: 1, bytes: 3 },
      ]).map(({ bytes }) => bytes),
    ).toEqual([3, 1]);
  });
});
