import { VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';
import type { VoiceFrame, VoiceSection } from '../../voice/packets/packet.ts';
import { seqAfter } from '../../voice/packets/sequence.ts';
import { writeVoicePacket } from '../../voice/packets/write-packet.ts';
import type { Random } from '../random.ts';
import type { PacketOnWay } from './faulty-way.ts';

/** What was recorded before the talker was noticed, and goes into the first packet of a spurt: 160 ms. */
export const PRE_ROLL_FRAMES = 8;

/** The packets of one talk spurt, made of encoded frames. */
export interface PacketMaker {
  /** The packet that is full with this frame, if one is. */
  add(bytes: Uint8Array): PacketOnWay | undefined;
  /** So many frames were never encoded: their numbers are left out. */
  leaveOut(frames: number): void;
  /** The last packet: what is left, and the end. */
  end(): PacketOnWay;
}

/**
 * Packs frames as Steam does: eight into the first packet, then four to eight in two or three pairs of rate and frames.
 *
 * Numbers begin with 0.
 */
export function createPacketMaker(steamId: string, random: Random): PacketMaker {
  let frames: VoiceFrame[] = [];
  let seq = 0;
  let wanted = PRE_ROLL_FRAMES;
  let isFirst = true;

  const pack = (isEnd: boolean): PacketOnWay => {
    const pairs = isFirst ? 1 : Math.max(1, Math.min(random.between(2, 3), frames.length));
    const sections = Array.from({ length: pairs }, (_, pair): readonly VoiceSection[] => [
      { kind: 'sampleRate', hertz: VOICE_SAMPLE_RATE },
      {
        kind: 'opus',
        frames: frames.slice(
          Math.ceil((pair * frames.length) / pairs),
          Math.ceil(((pair + 1) * frames.length) / pairs),
        ),
        isEnd: isEnd && pair === pairs - 1,
      },
    ]).flat();
    const packet = {
      bytes: writeVoicePacket({ talker: steamId, sections }),
      frames: frames.length,
      isEnd,
    };
    frames = [];
    isFirst = false;
    wanted = random.between(4, 8);
    return packet;
  };

  return {
    add(bytes) {
      frames.push({ seq, bytes, isDtx: bytes.length <= 1 });
      seq = seqAfter(seq);
      return frames.length >= wanted ? pack(false) : undefined;
    },
    leaveOut(count) {
      seq = seqAfter(seq, count);
    },
    end: () => pack(true),
  };
}
