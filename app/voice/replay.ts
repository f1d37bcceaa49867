import type { RecordedPacket } from './packets/recording.ts';
import { inOneGo, type Steps } from './steps.ts';
import { createTakeTally, type TakeTally } from './take-tally.ts';
import { VOICE_FRAME_MS } from './voice-codec.ts';

/** Packets between two looks at whether somebody else waits. */
const PACKETS_PER_STEP = 50;

/** What packets tell once more, without decoding: each frame is taken to have been heard for its 20 ms. */
export function* replaying(packets: readonly RecordedPacket[]): Steps<TakeTally> {
  const tally = createTakeTally();
  for (const [index, packet] of packets.entries()) {
    if (index % PACKETS_PER_STEP === 0) yield;
    tally.heard(tally.receive(packet).length * VOICE_FRAME_MS);
  }
  return tally;
}

/** All of it at once. */
export function replayPackets(packets: readonly RecordedPacket[]): TakeTally {
  return inOneGo(replaying(packets));
}
