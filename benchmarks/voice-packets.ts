import { setTimeout as delay } from 'node:timers/promises';
import { writeVoicePacket } from '../app/voice/packets/write-packet.ts';
import { VOICE_FRAME_MS, VOICE_FRAME_SAMPLES, VOICE_SAMPLE_RATE } from '../app/voice/voice-codec.ts';
import type { SteamClientDouble } from '../e2e/steam-client-double/steam-client-double.ts';
import { wallClock } from './figures.ts';

const talker = '76561202255187930';
const fullScale = 32_768;

/** One frame: what of full scale a sample is, by its place in the frame. */
export type FrameShape = (sample: number) => number;

export interface TalkPlan {
  readonly packets: number;
  /** How many frames the packet with that number has. */
  readonly framesOf: (packet: number) => number;
  /** The frame with that number among all, and in its packet the last one or not. */
  readonly shapeOf: (frame: number, packet: number, isLast: boolean) => FrameShape;
}

/**
 * Has the stand-in give packets as somebody talks: each is there when its last frame was spoken.
 *
 * A frame of 960 bytes is 480 samples to the stand-in: what is said is what is heard. Answers when each packet was
 * queued, by the wall clock.
 */
export async function talk(steam: SteamClientDouble, plan: TalkPlan): Promise<readonly number[]> {
  const queuedAt: number[] = [];
  const startedAt = wallClock();
  let spoken = 0;
  for (let packet = 0; packet < plan.packets; packet += 1) {
    const count = plan.framesOf(packet);
    const frames = Array.from({ length: count }, (_, at) => {
      const shape = plan.shapeOf(spoken + at, packet, at === count - 1);
      const samples = Int16Array.from({ length: VOICE_FRAME_SAMPLES }, (_unused, sample) =>
        Math.round(shape(sample) * (fullScale - 1)),
      );
      return { seq: (spoken + at) % 65_536, bytes: new Uint8Array(samples.buffer), isDtx: false };
    });
    const bytes = writeVoicePacket({
      talker,
      sections: [
        { kind: 'sampleRate', hertz: VOICE_SAMPLE_RATE },
        { kind: 'opus', frames, isEnd: false },
      ],
    });
    spoken += count;
    await delay(Math.max(0, startedAt + spoken * VOICE_FRAME_MS - wallClock()));
    queuedAt.push(wallClock());
    await steam.queueVoicePacket(bytes);
  }
  return queuedAt;
}

/** Frames in a packet of Steam’s, as often the one number as the other. */
export function steamPacketFrames(): number {
  return 4 + Math.floor(Math.random() * 5);
}
