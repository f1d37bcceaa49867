import { createRandom } from '../app/simulator/random.ts';
import type { PacketOnWay } from '../app/simulator/voice/faulty-way.ts';
import { createListener } from '../app/simulator/voice/listener.ts';
import { PRE_ROLL_FRAMES } from '../app/simulator/voice/packet-maker.ts';
import { createPushedSamples } from '../app/simulator/voice/pushed-samples.ts';
import { createSource, type VoiceSource } from '../app/simulator/voice/sources.ts';
import { stubCodec } from '../app/simulator/voice/stub-codec.ts';
import { createTalker } from '../app/simulator/voice/talker.ts';
import {
  VOICE_FRAME_MS,
  VOICE_FRAME_SAMPLES,
  VOICE_SAMPLE_RATE,
  type VoiceCodec,
} from '../app/voice/voice-codec.ts';
import { loadOpusCodec } from '../main/voice/opus-codec.ts';
import type { VoiceCodecFigures } from './voice-codec.ts';
import { printFigures } from './print-figures.ts';

// Runs inside Electron's main process, without a window, where the simulator runs in the bench.

const seconds = 60;
const frameCount = (seconds * 1000) / VOICE_FRAME_MS;
const roundCount = 5;
const pollMs = 10;
const steamId = '76561202255165729';

async function measure(): Promise<VoiceCodecFigures> {
  const opus = await loadOpusCodec();
  const speech = speechWithoutPauses();
  const firstPacketAt = performance.now();
  codeFrames(opus, speech.slice(0, PRE_ROLL_FRAMES));
  const firstPacketMs = performance.now() - firstPacketAt;
  // Compiled before it counts.
  codeFrames(opus, speech);
  simulateTalk(opus);
  simulateTalk(stubCodec);
  return {
    firstPacketMs,
    codec: Array.from({ length: roundCount }, () => codeFrames(opus, speech)),
    talk: Array.from({ length: roundCount }, () => ({
      baseline: coreShare(() => simulateTalk(stubCodec)),
      measured: coreShare(() => simulateTalk(opus)),
    })),
  };
}

function openSpeech(): VoiceSource {
  return createSource({ kind: 'speech', peakDbfs: -6 }, 480, createPushedSamples());
}

/** A frame of silence costs next to nothing: somebody who talks all the time is dearest. */
function speechWithoutPauses(): readonly Float32Array[] {
  const source = openSpeech();
  const frames: Float32Array[] = [];
  while (frames.length < frameCount) {
    const frame = source.read(VOICE_FRAME_SAMPLES);
    if (frame.some((sample) => Math.abs(sample) > 0.01)) frames.push(frame);
  }
  return frames;
}

/** Microseconds of processor time a frame. */
function codeFrames(codec: VoiceCodec, frames: readonly Float32Array[]): VoiceCodecFigures['codec'][number] {
  const encoder = codec.createEncoder({ sampleRate: VOICE_SAMPLE_RATE, frameSamples: VOICE_FRAME_SAMPLES });
  const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
  const packets: Uint8Array[] = [];
  const encodeMicros = processorMicros(() => {
    for (const frame of frames) packets.push(encoder.encode(frame));
  });
  const decodeMicros = processorMicros(() => {
    for (const packet of packets) decoder.decode(packet);
  });
  encoder.free();
  decoder.free();
  return { encodeMicros: encodeMicros / frames.length, decodeMicros: decodeMicros / frames.length };
}

/** A simulated talker with their pauses, polled as the bench does, and what they say decoded. */
function simulateTalk(codec: VoiceCodec): void {
  const sent: PacketOnWay[] = [];
  const listener = createListener(codec);
  const talker = createTalker({
    codec,
    steamId,
    random: createRandom(480, 'packets'),
    openSource: openSpeech,
    openTape: () => ({ write: () => undefined }),
    isMicrophonePulled: () => false,
    tailMs: () => 300,
    driftPpm: () => 0,
    send: (_at, packet) => sent.push(packet),
    counts: { spurts: 0, frames: 0, dtxFrames: 0, skippedFrames: 0 },
    onTurn: () => undefined,
  });
  talker.start(0);
  for (let now = 0; now <= seconds * 1000; now += pollMs) {
    talker.advance(now);
    for (const { bytes } of sent.splice(0)) listener.hear(bytes, VOICE_SAMPLE_RATE);
  }
  talker.close();
  listener.close();
}

/** Of one core, in percent, while the seconds of talk last. */
function coreShare(work: () => void): number {
  return processorMicros(work) / 1e4 / seconds;
}

function processorMicros(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

printFigures(measure);
