import { describe, expect, it } from 'vitest';
import { someLive } from '../panels/voice/some-takes.ts';
import { createLivePackets } from './live-packets.ts';

const told = (id: string, packets: number, bytes: number) => ({ ...someLive, id, packets, bytes });
const at = someLive.startedAt;

describe('live packets', () => {
  it('are what came since the word before', () => {
    const live = createLivePackets(10);
    live.take(told('one', 3, 600), at + 300);
    live.take(told('one', 5, 1000), at + 400);
    live.take(told('one', 5, 1000), at + 500);
    expect(live.beats.map(({ packets, bytesPerPacket }) => [packets, bytesPerPacket])).toEqual([
      [0, 0],
      [2, 200],
      [0, 0],
    ]);
    expect(live.beats[1]).toMatchObject({ atSeconds: 0.4, bitsPerSecond: 31_200, results: [] });
    live.take({ ...told('one', 5, 1000), results: { 0: 13, 3: 40, 5: 1 } }, at + 600);
    expect(live.beats[3]?.results).toEqual([0, 5]);
  });

  it('begin anew with another take, from its first packet', () => {
    const live = createLivePackets(10);
    live.take(told('one', 3, 600), at + 300);
    live.take(told('two', 2, 300), at + 100);
    expect(live.beats).toMatchObject([{ packets: 2, bytesPerPacket: 150 }]);
  });

  it('are forgotten after their time', () => {
    const live = createLivePackets(10);
    for (const second of [0, 5, 9, 12]) live.take(told('one', second, 0), at + 1000 * second);
    expect(live.beats.map(({ atSeconds }) => atSeconds)).toEqual([5, 9, 12]);
  });
});
