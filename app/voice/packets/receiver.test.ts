import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVoiceReceiver, type Reception, type VoiceReceiver } from './receiver.ts';
import { seqAfter, seqDistance } from './sequence.ts';
import { anyContent, someContent, TALKER } from './some-packets.ts';
import { writeVoicePacket } from './write-packet.ts';

function sent(firstSeq: number, count: number, isEnd = false): Uint8Array {
  return writeVoicePacket(someContent(firstSeq, count, isEnd));
}

/** What was planned, in words: `decode 3`. */
function told(reception: Reception): readonly string[] {
  if (reception.kind === 'dropped') return ['drop'];
  return reception.steps.map((step) => {
    switch (step.kind) {
      case 'decode':
        return `decode ${step.seq}`;
      case 'conceal':
        return `conceal ${step.frames} of ${step.missing}`;
      case 'reset':
        return `reset: ${step.why}`;
      case 'silence':
        return `silence ${step.samples}`;
      case 'unsupported':
        return `unsupported ${step.op}`;
    }
  });
}

function hear(receiver: VoiceReceiver, ...packets: readonly Uint8Array[]): readonly string[] {
  return packets.flatMap((packet) => told(receiver.receive(packet)));
}

const talkerOf = (receiver: VoiceReceiver) => receiver.statistics().talkers[0];

describe('the numbers of frames', () => {
  it('are compared over the wrap, and count on over it', () => {
    expect(seqDistance(0xfffe, 1)).toBe(3);
    expect(seqDistance(1, 0xfffe)).toBe(-3);
    expect(seqDistance(0, 0x7fff)).toBe(32_767);
    expect(seqDistance(0, 0x8000)).toBe(-32_768);
    fc.assert(
      fc.property(fc.nat(0xffff), fc.integer({ min: -32_768, max: 32_767 }), (from, by) => {
        expect(seqDistance(from, seqAfter(from, by))).toBe(by);
      }),
    );
  });
});

describe('a receiver', () => {
  it('decodes what is expected and expects 0 again when the spurt is over', () => {
    const receiver = createVoiceReceiver();
    expect(hear(receiver, sent(0, 2), sent(2, 1, true), sent(0, 1))).toEqual([
      'decode 0',
      'decode 1',
      'decode 2',
      'reset: end',
      'decode 0',
    ]);
    expect(talkerOf(receiver)).toMatchObject({
      talker: TALKER,
      packets: 3,
      spurts: 2,
      frames: 4,
      lostFrames: 0,
    });
  });

  it('makes up for at most ten missing frames', () => {
    const receiver = createVoiceReceiver();
    expect(hear(receiver, sent(0, 1), sent(4, 1), sent(30, 1))).toEqual([
      'decode 0',
      'conceal 3 of 3',
      'decode 4',
      'conceal 10 of 25',
      'decode 30',
    ]);
    expect(talkerOf(receiver)).toMatchObject({
      lostFrames: 28,
      concealedFrames: 13,
      lossBursts: [
        { frames: 3, count: 1 },
        { frames: 25, count: 1 },
      ],
    });
  });

  it('resets for a number that lies behind, and takes the frame: a spurt whose predecessor had no end', () => {
    const receiver = createVoiceReceiver();
    expect(hear(receiver, sent(0, 3), writeVoicePacket(someContent(0, 2, true)))).toEqual([
      'decode 0',
      'decode 1',
      'decode 2',
      'reset: earlier',
      'decode 0',
      'decode 1',
      'reset: end',
    ]);
    expect(talkerOf(receiver)).toMatchObject({ spurts: 2, duplicatePackets: 0, latePackets: 0, resets: 2 });
  });

  it('tells a late packet from a lost one, and a duplicate from both', () => {
    const receiver = createVoiceReceiver();
    hear(receiver, sent(0, 4), sent(8, 4), sent(4, 4), sent(12, 4), sent(12, 4), sent(20, 4));
    expect(talkerOf(receiver)).toMatchObject({
      packets: 6,
      spurts: 1,
      frames: 20,
      lostFrames: 4,
      lossBursts: [{ frames: 4, count: 1 }],
      latePackets: 1,
      lateFrames: 4,
      duplicatePackets: 1,
      duplicateFrames: 4,
    });
  });

  it('knows a packet that comes after the end of its spurt', () => {
    const receiver = createVoiceReceiver();
    hear(receiver, sent(0, 4), sent(8, 1, true), sent(4, 4), sent(0, 5), sent(5, 1, true), sent(5, 1, true));
    expect(talkerOf(receiver)).toMatchObject({
      spurts: 2,
      lostFrames: 0,
      latePackets: 1,
      duplicatePackets: 1,
      frames: 15,
    });
  });

  it('goes on over the wrap', () => {
    const receiver = createVoiceReceiver();
    for (let seq = 0; seq < 65_536; seq += 8) receiver.receive(sent(seq, 8));
    expect(hear(receiver, sent(0, 1), sent(3, 1))).toEqual(['decode 0', 'conceal 2 of 2', 'decode 3']);
    expect(talkerOf(receiver)).toMatchObject({ spurts: 1, lostFrames: 2, resets: 0 });
  });

  it('keeps talkers apart', () => {
    const receiver = createVoiceReceiver();
    const other = writeVoicePacket(someContent(0, 1, false, '76561202255187930'));
    expect(hear(receiver, sent(0, 1), other, sent(1, 1))).toEqual(['decode 0', 'decode 0', 'decode 1']);
    expect(receiver.statistics().talkers).toHaveLength(2);
  });

  it('drops what is damaged and counts it apart', () => {
    const receiver = createVoiceReceiver();
    const damaged = sent(0, 2);
    damaged[20]! ^= 1;
    expect(hear(receiver, damaged, new Uint8Array(5), sent(0, 2))).toEqual([
      'drop',
      'drop',
      'decode 0',
      'decode 1',
    ]);
    expect(receiver.statistics()).toMatchObject({ packets: 3, wrongChecksums: 1, brokenPackets: 1 });
  });

  it('names silence and what it cannot decode', () => {
    const packet = writeVoicePacket({
      talker: TALKER,
      sections: [
        { kind: 'silence', samples: 960 },
        { kind: 'silk', frames: [Uint8Array.of(1)] },
        { kind: 'unread', op: 5, codec: 'oldOpus', value: 0, bytes: new Uint8Array(0) },
      ],
    });
    expect(hear(createVoiceReceiver(), packet)).toEqual(['silence 960', 'unsupported 4', 'unsupported 5']);
  });

  it('counts exactly what was lost, doubled and swapped on the way, with the first and the last packet kept', () => {
    const fates = fc.array(fc.constantFrom('lost', 'doubled', 'swapped', 'kept', 'kept'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fates, { minLength: 1, maxLength: 3 }), (spurts) => {
        const receiver = createVoiceReceiver();
        const injected = { lostFrames: 0, duplicatePackets: 0, latePackets: 0 };
        for (const spurt of spurts) {
          receiver.receive(sent(0, 4));
          let held: Uint8Array | undefined;
          spurt.forEach((fate, index) => {
            const packet = sent(4 + index * 4, 4);
            if (fate === 'lost') injected.lostFrames += 4;
            else if (fate === 'swapped' && held === undefined) held = packet;
            else {
              receiver.receive(packet);
              if (fate === 'doubled') {
                receiver.receive(packet);
                injected.duplicatePackets += 1;
              }
              if (held !== undefined) {
                receiver.receive(held);
                injected.latePackets += 1;
              }
              held = undefined;
            }
          });
          if (held !== undefined) receiver.receive(held);
          receiver.receive(sent(4 + spurt.length * 4, 1, true));
        }
        expect(talkerOf(receiver)).toMatchObject({ ...injected, spurts: spurts.length });
        const inBursts = talkerOf(receiver)?.lossBursts.reduce(
          (sum, { frames, count }) => sum + frames * count,
          0,
        );
        expect(inBursts).toBe(injected.lostFrames);
      }),
    );
  });

  it('takes any packets in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyContent.map(writeVoicePacket), fc.uint8Array()), { maxLength: 30 }),
        (packets) => {
          const receiver = createVoiceReceiver();
          for (const packet of packets) receiver.receive(packet);
          const { talkers, wrongChecksums, brokenPackets } = receiver.statistics();
          const taken = talkers.reduce((sum, talker) => sum + talker.packets, 0);
          expect(taken + wrongChecksums + brokenPackets).toBe(packets.length);
          for (const talker of talkers) expect(talker.lostFrames).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
