import type { SpokenSound } from '../../voice/spoken-sound.ts';
import { pcmOfSignal } from '../../voice/signal/signal.ts';
import { VOICE_FRAME_SAMPLES, VOICE_SAMPLE_RATE } from '../../voice/voice-codec.ts';

/** What is recorded beyond ten minutes is not kept. */
const MOST_BLOCKS = (10 * 60 * VOICE_SAMPLE_RATE) / VOICE_FRAME_SAMPLES;
const FIRST_BLOCKS = 500;

/** Writes one recording down, frame by frame. */
export interface TapeWriter {
  /** A frame of 480 samples, and when it began to be heard by the host’s clock. */
  write(frame: Float32Array, at: number): void;
}

/** Keeps what the microphone of an account heard during the newest recording, to hold against what arrived. */
export interface MicrophoneTape {
  /** A recording begins: the one before is forgotten, also where another client still makes it. */
  begin(): TapeWriter;
  /** A copy; undefined where nothing was recorded yet. */
  spoken(): SpokenSound | undefined;
}

export function createMicrophoneTape(): MicrophoneTape {
  let newest: { samples: Int16Array; readonly times: number[] } | undefined;
  return {
    begin() {
      const tape = {
        samples: new Int16Array(FIRST_BLOCKS * VOICE_FRAME_SAMPLES),
        times: new Array<number>(),
      };
      newest = tape;
      return {
        write(frame, at) {
          const from = tape.times.length * VOICE_FRAME_SAMPLES;
          if (tape.times.length >= MOST_BLOCKS) return;
          if (from >= tape.samples.length) {
            const longer = new Int16Array(2 * tape.samples.length);
            longer.set(tape.samples);
            tape.samples = longer;
          }
          tape.samples.set(pcmOfSignal(frame), from);
          tape.times.push(at);
        },
      };
    },
    spoken() {
      if (newest === undefined || newest.times.length === 0) return undefined;
      const { samples, times } = newest;
      return {
        samples: samples.slice(0, times.length * VOICE_FRAME_SAMPLES),
        sampleRate: VOICE_SAMPLE_RATE,
        blockTimes: Float64Array.from(times),
        blockSamples: VOICE_FRAME_SAMPLES,
      };
    },
  };
}
