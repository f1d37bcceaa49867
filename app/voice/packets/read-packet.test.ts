import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../steam/crc32.ts';
import { fromHex } from '../../steam/hex.ts';
import { readVoicePacket, type PacketProblem } from './read-packet.ts';
import { anyContent, someContent, someFrame, TALKER } from './some-packets.ts';
import type { VoiceContent, VoicePacket } from './packet.ts';
import { writeVoicePacket } from './write-packet.ts';

function packetOf(bytes: Uint8Array): VoicePacket {
  const reading = readVoicePacket(bytes);
  if (!reading.ok) throw new Error(`${reading.problem.code} at ${reading.problem.at}`);
  return reading.packet;
}

function problemOf(bytes: Uint8Array): PacketProblem {
  const reading = readVoicePacket(bytes);
  if (reading.ok) throw new Error('It was read.');
  return reading.problem;
}

/** A packet around hand-made sections, with the right checksum. */
function around(hex: string): Uint8Array {
  const body = fromHex(hex.replaceAll(' ', ''));
  if (body === undefined) throw new Error('no hex');
  const bytes = new Uint8Array(8 + body.length + 4);
  bytes.set(body, 8);
  new DataView(bytes.buffer).setUint32(8 + body.length, crc32(bytes.subarray(0, -4)), true);
  return bytes;
}

const ordinary: VoiceContent = {
  talker: TALKER,
  sections: [
    { kind: 'sampleRate', hertz: 24_000 },
    { kind: 'opus', frames: [someFrame(0), someFrame(1), someFrame(2, 1)], isEnd: false },
    { kind: 'sampleRate', hertz: 24_000 },
    { kind: 'opus', frames: [someFrame(3)], isEnd: true },
  ],
};

describe('a voice packet', () => {
  it('is read by its bytes: talker, rate, frames with their numbers, the end, the checksum', () => {
    const bytes = fromHex(
      // Talker 76561202255187930, 24000 Hz, an Opus section of 14 bytes: frames 5 and 6 (DTX), end of the spurt.
      'da4fffff01001001' +
        '0bc05d' +
        '060f00' +
        '04000500' +
        '68aabbcc' +
        '01000600' +
        '68' +
        'ffff' +
        '00000000',
    )!;
    new DataView(bytes.buffer).setUint32(bytes.length - 4, nodeCrc32(bytes.subarray(0, -4)), true);
    expect(packetOf(bytes)).toEqual({
      talker: '76561202255187930',
      sizeBytes: 33,
      sections: [
        { kind: 'sampleRate', hertz: 24_000 },
        {
          kind: 'opus',
          frames: [
            { seq: 5, bytes: Uint8Array.of(0x68, 0xaa, 0xbb, 0xcc), isDtx: false },
            { seq: 6, bytes: Uint8Array.of(0x68), isDtx: true },
          ],
          isEnd: true,
        },
      ],
      frames: [expect.objectContaining({ seq: 5 }), expect.objectContaining({ seq: 6, isDtx: true })],
      isEnd: true,
      crc: nodeCrc32(bytes.subarray(0, -4)),
      isCrcRight: true,
    });
  });

  it('gives the frames of every pair, not of the first alone', () => {
    const packet = packetOf(writeVoicePacket(ordinary));
    expect(packet.frames.map(({ seq, isDtx }) => [seq, isDtx])).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(packet.isEnd).toBe(true);
  });

  it('shows silence, the old codecs and what nobody knows as such', () => {
    expect(packetOf(around('00 e001')).sections).toEqual([{ kind: 'silence', samples: 480 }]);
    expect(packetOf(around('04 0500 0300 010203')).sections).toEqual([
      { kind: 'silk', frames: [Uint8Array.of(1, 2, 3)] },
    ]);
    expect(packetOf(around('0b c05d 63 0700 0102')).sections).toEqual([
      { kind: 'sampleRate', hertz: 24_000 },
      { kind: 'unread', op: 99, codec: undefined, value: 7, bytes: Uint8Array.of(1, 2) },
    ]);
    expect(packetOf(around('05 0100 09')).sections).toEqual([
      { kind: 'unread', op: 5, codec: 'oldOpus', value: 1, bytes: Uint8Array.of(9) },
    ]);
  });

  it('with a wrong checksum is read and says so', () => {
    const bytes = writeVoicePacket(ordinary);
    bytes[30]! ^= 4;
    expect(packetOf(bytes)).toMatchObject({ talker: TALKER, isCrcRight: false });
  });

  it.each<readonly [words: string, bytes: Uint8Array, code: string, at: number]>([
    ['nothing', new Uint8Array(0), 'too-short', 0],
    ['eleven bytes', new Uint8Array(11), 'too-short', 11],
    ['too much', new Uint8Array(65_537), 'too-long', 65_536],
    ['no section', around(''), 'no-section', 8],
    ['half a head', around('0bc05d 06'), 'cut-section', 11],
    ['a section beyond the end', around('06 0900 0100'), 'cut-section', 9],
    ['a cut frame', around('06 0500 0900 0000 68'), 'cut-frame', 11],
    ['half a length', around('06 0100 ff'), 'cut-frame', 11],
    ['a frame behind the end of the spurt', around('06 0700 ffff 0100 0000 68'), 'bytes-after-end', 13],
    ['a cut SILK frame', around('04 0300 0900 01'), 'cut-frame', 11],
  ])('that is %s names the byte and the reason', (_words, bytes, code, at) => {
    expect(problemOf(bytes)).toEqual({ code, at, why: expect.stringMatching(/^[A-Z0-9].*\.$/) as string });
  });

  it('is written as it was read, and read as it was written', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const bytes = writeVoicePacket(content);
        const packet = packetOf(bytes);
        expect(packet).toMatchObject({ ...content, isCrcRight: true, sizeBytes: bytes.length });
        expect(writeVoicePacket(packet)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('that was damaged 100,000 times in any way gives a packet or a coded problem, never an exception', () => {
    const seeds = fc
      .sample(anyContent, { numRuns: 100, seed: 1 })
      .map((content) => writeVoicePacket(content));
    const seen = new Set<string>();
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let run = 0; run < 100_000; run += 1) {
      const original = seeds[run % seeds.length]!;
      const damaged = next(3) === 0 ? original.slice(0, next(original.length + 1)) : original.slice();
      for (let hits = next(4); hits >= 0 && damaged.length > 0; hits -= 1)
        damaged[next(damaged.length)] = next(256);
      const reading = readVoicePacket(damaged);
      if (reading.ok) seen.add(reading.packet.isCrcRight ? 'right' : 'wrong checksum');
      else {
        seen.add(reading.problem.code);
        if (reading.problem.at > damaged.length) throw new Error('A problem beyond the bytes.');
      }
    }
    expect([...seen].sort()).toEqual([
      'bytes-after-end',
      'cut-frame',
      'cut-section',
      'no-section',
      'right',
      'too-short',
      'wrong checksum',
    ]);
  }, 10_000);

  it('of eight frames is as long as its parts', () => {
    expect(writeVoicePacket(someContent(0, 8))).toHaveLength(8 + 3 + 3 + 8 * 54 + 4);
  });
});
