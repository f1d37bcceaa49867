import type { RecordedPacket } from './packets/recording.ts';
import { createTakeTally, type TakeTally } from './take-tally.ts';
import { VOICE_FRAME_MS } from './voice-codec.ts';

/** What packets tell once more, without decoding: each frame is taken to have been heard for its 20 ms. */
export function replayPackets(packets: readonly RecordedPacket[]): TakeTally {
  const tally = createTakeTally();
  for (const packet of packets) tally.heard(tally.receive(packet).length * VOICE_FRAME_MS);
  return tally;
}
