import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import type { Sound } from './speech.ts';

/** Listens to an output for as long as it is let. */
export interface SoundRecorder {
  /** How much was recorded so far. */
  seconds(): number;
  /** Ends, and gives everything. Again: the same. */
  stop(): Promise<Sound>;
}

/** Resolves once the first sound, or silence, has arrived. */
export async function startSoundRecorder(
  device: string,
  sampleRate: number,
  environment: NodeJS.ProcessEnv,
): Promise<SoundRecorder> {
  const format = ['--raw', '--format=s16le', `--rate=${sampleRate}`, '--channels=1', '--latency-msec=20'];
  const recorder = spawn('parec', [`--device=${device}`, ...format], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  let bytes = 0;
  recorder.stdout.on('data', (piece: Buffer) => {
    pieces.push(piece);
    bytes += piece.length;
  });
  const ended = once(recorder, 'close');
  // Heard of by whoever stops it; a recorder that is missing records nothing, which is told below.
  ended.catch(() => undefined);
  try {
    await expect.poll(() => bytes, { message: 'something is recorded' }).toBeGreaterThan(0);
  } catch (error) {
    recorder.kill();
    throw error;
  }
  return {
    seconds: () => bytes / 2 / sampleRate,
    async stop() {
      recorder.kill();
      await ended;
      // A copy begins at a place that 16-bit samples may begin at.
      const whole = new Uint8Array(Buffer.concat(pieces));
      return { samples: new Int16Array(whole.buffer, 0, whole.length >> 1), sampleRate };
    },
  };
}
