import { describe, expect, it } from 'vitest';
import type { PacketCard } from '../../app/voice/voice.ts';
import { packetsOfFile } from './file-packets.ts';

const card = (number: number, arrivedMs: number | undefined): PacketCard => ({
  number,
  at: 0,
  sizeBytes: 100 * number,
  arrivedMs,
  talker: undefined,
  isCrcRight: true,
  sections: [],
  frames: [1, 2].map((seq) => ({ seq, sizeBytes: 40, isDtx: false })),
  isEnd: false,
});

describe('packets of a file', () => {
  it('stand where they came', () => {
    expect(packetsOfFile([card(1, 0), card(2, 250)])).toEqual({
      hasTimes: true,
      packets: [
        { number: 1, bytes: 100, atSeconds: 0 },
        { number: 2, bytes: 200, atSeconds: 0.25 },
      ],
    });
  });

  it('follow one another by their frames where the file has no times', () => {
    const { hasTimes, packets } = packetsOfFile([card(1, undefined), card(2, undefined)]);
    expect(hasTimes).toBe(false);
    expect(packets.map(({ atSeconds }) => atSeconds)).toEqual([0, 0.04]);
  });
});
