import { VOICE_FRAME_MS } from '../../app/voice/voice-codec.ts';
import type { PacketCard } from '../../app/voice/voice.ts';
import type { TimedPacket } from './packet-columns.ts';

export interface FilePackets {
  /** Whether the file says when its packets came. */
  readonly hasTimes: boolean;
  readonly packets: readonly (TimedPacket & { readonly number: number })[];
}

const FRAME_SECONDS = VOICE_FRAME_MS / 1000;

/** Packets of a file on a time axis: by when they came or, where it does not say, by the frames in those before. */
export function packetsOfFile(packets: readonly PacketCard[]): FilePackets {
  const hasTimes = packets.every(({ arrivedMs }) => arrivedMs !== undefined);
  let seconds = 0;
  return {
    hasTimes,
    packets: packets.map(({ number, sizeBytes, arrivedMs, frames }) => {
      const spoken = seconds;
      seconds += FRAME_SECONDS * frames.length;
      const atSeconds = hasTimes && arrivedMs !== undefined ? arrivedMs / 1000 : spoken;
      return { number, bytes: sizeBytes, atSeconds };
    }),
  };
}
