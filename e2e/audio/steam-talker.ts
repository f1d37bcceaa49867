import { expect } from '@playwright/test';
import { resample } from '../../app/voice/signal/resampler.ts';
import { createRandom } from '../../app/simulator/random.ts';
import { writeVoicePacket } from '../../app/voice/packets/write-packet.ts';
import { pcmOfSignal, signalOfPcm } from '../../app/voice/signal/signal.ts';
import { VOICE_FRAME_MS, VOICE_FRAME_SAMPLES, VOICE_SAMPLE_RATE } from '../../app/voice/voice-codec.ts';
import type { SteamClientDouble } from '../steam-client-double/steam-client-double.ts';
import type { Sound } from './speech.ts';

export const TALKER = '76561202255187930';
export const FRAMES_A_PACKET = 6;

/** Of a microphone, about −80 dBFS: made speech is silent between words, which a microphone never is. */
const NOISE = 6;

/** At Steam’s rate, after a pause, in whole frames, with the noise of a microphone. */
export function asSteamHears({ samples, sampleRate }: Sound, pauseFrames: number): Int16Array<ArrayBuffer> {
  const heard = pcmOfSignal(resample(signalOfPcm(samples), sampleRate, VOICE_SAMPLE_RATE));
  const pause = pauseFrames * VOICE_FRAME_SAMPLES;
  const frames = pauseFrames + Math.ceil(heard.length / VOICE_FRAME_SAMPLES);
  const random = createRandom(1, 'noise of a microphone');
  return Int16Array.from(
    { length: frames * VOICE_FRAME_SAMPLES },
    (_, at) => (heard[at - pause] ?? 0) + random.between(-NOISE, NOISE),
  );
}

/** One spurt in packets of six frames. The stand-in’s frames are plain samples: it has no codec. */
export function packetsOfSpurt(samples: Int16Array<ArrayBuffer>): readonly Uint8Array[] {
  const frames = Array.from({ length: samples.length / VOICE_FRAME_SAMPLES }, (_, seq) => {
    const from = seq * VOICE_FRAME_SAMPLES;
    const pcm = samples.slice(from, from + VOICE_FRAME_SAMPLES);
    return { seq, bytes: new Uint8Array(pcm.buffer), isDtx: false };
  });
  return Array.from({ length: Math.ceil(frames.length / FRAMES_A_PACKET) }, (_, packet) => {
    const from = packet * FRAMES_A_PACKET;
    const isEnd = from + FRAMES_A_PACKET >= frames.length;
    return writeVoicePacket({
      talker: TALKER,
      sections: [
        { kind: 'sampleRate', hertz: VOICE_SAMPLE_RATE },
        { kind: 'opus', frames: frames.slice(from, from + FRAMES_A_PACKET), isEnd },
      ],
    });
  });
}

/** Hands packets to the stand-in as they would be ready in somebody’s mouth: at their own pace. */
export async function sayToSteam(steam: SteamClientDouble, packets: readonly Uint8Array[]): Promise<void> {
  const startedAt = performance.now();
  for (const [index, packet] of packets.entries()) {
    const dueMs = index * FRAMES_A_PACKET * VOICE_FRAME_MS;
    await expect.poll(() => performance.now() - startedAt, { intervals: [10] }).toBeGreaterThanOrEqual(dueMs);
    await steam.queueVoicePacket(packet);
  }
}
