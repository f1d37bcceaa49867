import { rmsDbfs } from '../../voice/signal/decibel.ts';
import {
  VOICE_FRAME_MS,
  VOICE_FRAME_SAMPLES,
  VOICE_SAMPLE_RATE,
  type VoiceCodec,
  type VoiceEncoder,
} from '../../voice/voice-codec.ts';
import type { Random } from '../random.ts';
import type { PacketOnWay } from './faulty-way.ts';
import type { TapeWriter } from './microphone-tape.ts';
import { createPacketMaker, PRE_ROLL_FRAMES, type PacketMaker } from './packet-maker.ts';
import type { VoiceSource } from './sources.ts';

/** Quieter frames are silence, by RMS. */
const QUIET_DBFS = -55;
/** Silence after which a spurt is over: 500 ms, so that the last fourteen or so frames are DTX. */
const QUIET_FRAMES = 25;
/** What is not asked for in a second is not recorded: nobody would take it. */
const MOST_FRAMES_AT_ONCE = 50;

export interface TalkerParts {
  readonly codec: VoiceCodec;
  readonly steamId: string;
  readonly random: Random;
  /** Begins anew with each recording. */
  readonly openSource: () => VoiceSource;
  /** Keeps what is heard; anew with each recording. Times are of the talker’s clock. */
  readonly openTape: () => TapeWriter;
  readonly isMicrophonePulled: () => boolean;
  readonly tailMs: () => number;
  readonly driftPpm: () => number;
  /** A packet that is ready at that time. */
  readonly send: (at: number, packet: PacketOnWay) => void;
  readonly counts: TalkerCounts;
  /** A recording or a spurt began or ended. */
  readonly onTurn: () => void;
}

export interface TalkerCounts {
  spurts: number;
  frames: number;
  dtxFrames: number;
  /** Not recorded, as nobody asked for voice in time. */
  skippedFrames: number;
}

/** A person at a microphone: records while told to, and sends packets while there is something to hear. */
export interface Talker {
  start(now: number): void;
  stop(now: number): void;
  /** Records what was to be heard until then. */
  advance(now: number): void;
  /** Until the tail after `stop` is over. */
  isRecording(): boolean;
  /** Ends without a tail. */
  close(): void;
}

interface Recording {
  readonly source: VoiceSource;
  readonly tape: TapeWriter;
  readonly startedAt: number;
  /** When the next frame is whole, from the start on: added up where fractions are fine. */
  nextFrameMs: number;
  stopsAt: number | undefined;
  /** The newest frames before a spurt. */
  preRoll: readonly Float32Array[];
  spurt: Spurt | undefined;
}

interface Spurt {
  readonly encoder: VoiceEncoder;
  readonly packets: PacketMaker;
  quietFrames: number;
}

export function createTalker(parts: TalkerParts): Talker {
  const { codec, counts, send, onTurn } = parts;
  let recording: Recording | undefined;

  const frameMs = (): number => VOICE_FRAME_MS / (1 + parts.driftPpm() / 1e6);

  const encode = (spurt: Spurt, samples: Float32Array, at: number): void => {
    const bytes = spurt.encoder.encode(samples);
    counts.frames += 1;
    if (bytes.length <= 1) counts.dtxFrames += 1;
    const packet = spurt.packets.add(bytes);
    if (packet !== undefined) send(at, packet);
  };

  const beginSpurt = (): Spurt => {
    counts.spurts += 1;
    onTurn();
    const format = { sampleRate: VOICE_SAMPLE_RATE, frameSamples: VOICE_FRAME_SAMPLES } as const;
    return {
      encoder: codec.createEncoder(format),
      packets: createPacketMaker(parts.steamId, parts.random),
      quietFrames: 0,
    };
  };

  const endSpurt = (of: Recording, at: number): void => {
    if (of.spurt === undefined) return;
    send(at, of.spurt.packets.end());
    of.spurt.encoder.free();
    of.spurt = undefined;
    onTurn();
  };

  const hear = (of: Recording, at: number): void => {
    const heard = of.source.read(VOICE_FRAME_SAMPLES);
    const samples = parts.isMicrophonePulled() ? new Float32Array(VOICE_FRAME_SAMPLES) : heard;
    of.tape.write(samples, at - frameMs());
    const isQuiet = rmsDbfs(samples) < QUIET_DBFS;
    if (of.spurt === undefined) {
      of.preRoll = [...of.preRoll, samples].slice(-PRE_ROLL_FRAMES);
      if (isQuiet) return;
      const spurt = beginSpurt();
      of.spurt = spurt;
      for (const frame of of.preRoll) encode(spurt, frame, at);
      of.preRoll = [];
      return;
    }
    of.spurt.quietFrames = isQuiet ? of.spurt.quietFrames + 1 : 0;
    encode(of.spurt, samples, at);
    if (of.spurt.quietFrames >= QUIET_FRAMES) endSpurt(of, at);
  };

  const skip = (of: Recording, until: number): void => {
    const due = Math.floor((until - of.startedAt - of.nextFrameMs) / frameMs()) + 1;
    const skipped = due - MOST_FRAMES_AT_ONCE;
    if (skipped <= 0) return;
    of.source.skip(skipped * VOICE_FRAME_SAMPLES);
    of.spurt?.packets.leaveOut(skipped);
    of.nextFrameMs += skipped * frameMs();
    counts.skippedFrames += skipped;
  };

  return {
    start(now) {
      if (recording !== undefined) {
        recording.stopsAt = undefined;
        return;
      }
      // The first words would wait for it, in the middle of a poll.
      codec.warmUp?.();
      recording = {
        source: parts.openSource(),
        tape: parts.openTape(),
        startedAt: now,
        nextFrameMs: frameMs(),
        stopsAt: undefined,
        preRoll: [],
        spurt: undefined,
      };
      onTurn();
    },
    stop(now) {
      if (recording !== undefined) recording.stopsAt ??= now + parts.tailMs();
    },
    advance(now) {
      if (recording === undefined) return;
      const until = Math.min(now, recording.stopsAt ?? now);
      skip(recording, until);
      const { startedAt } = recording;
      while (startedAt + recording.nextFrameMs <= until) {
        hear(recording, startedAt + recording.nextFrameMs);
        recording.nextFrameMs += frameMs();
      }
      if (recording.stopsAt === undefined || now < recording.stopsAt) return;
      endSpurt(recording, recording.stopsAt);
      recording = undefined;
      onTurn();
    },
    isRecording: () => recording !== undefined,
    close() {
      recording?.spurt?.encoder.free();
      recording = undefined;
    },
  };
}
