import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startSoundRecorder, type SoundRecorder } from './sound-recorder.ts';

/** Hz of the output: Chromium’s own choice where nothing else is asked for. */
export const OUTPUT_RATE = 48_000;

/**
 * A PulseAudio server of the test’s own, with a loudspeaker that nobody hears.
 *
 * An audio context runs also where there is no device at all: only what arrives here was played.
 */
export interface SoundServer {
  /** What an app has to be given to play here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Records what the loudspeaker is given, from now on. */
  record(): Promise<SoundRecorder>;
  close(): Promise<void>;
}

const SINK = 'loudspeaker';

/** Whether this machine has the program; the set-up installs it where no other sound server is in its place. */
export function hasSoundServer(): boolean {
  return spawnSync('pulseaudio', ['--version']).status === 0;
}

export async function startSoundServer(): Promise<SoundServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sound-'));
  const socket = join(folder, 'socket');
  const script = join(folder, 'script.pa');
  // The socket comes last: where it answers, the rest is there.
  const lines = [
    `load-module module-null-sink sink_name=${SINK} rate=${OUTPUT_RATE} channels=2`,
    `set-default-sink ${SINK}`,
    `load-module module-native-protocol-unix socket=${socket} auth-anonymous=1`,
  ];
  await writeFile(script, `${lines.join('\n')}\n`);

  const environment = { PULSE_SERVER: `unix:${socket}`, XDG_RUNTIME_DIR: folder };
  // Neither the user’s settings and cookie nor a display, by which a D-Bus would be started.
  const { PATH = '' } = process.env;
  const options = ['-n', '-F', script, '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'];
  const server = spawn('pulseaudio', options, {
    env: { PATH, HOME: folder, XDG_RUNTIME_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  server.stderr.on('data', (data: Buffer) => (words += data.toString()));
  const ended = endOf(server);
  const recorders: SoundRecorder[] = [];

  const close = async (): Promise<void> => {
    for (const recorder of recorders) await recorder.stop();
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await expect
      .poll(() => server.exitCode !== null || answers(socket), { message: 'the sound server answers' })
      .toBe(true);
    expect(server.exitCode, `The sound server ended: ${words}`).toBeNull();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    environment,
    async record() {
      const recorder = await startSoundRecorder(`${SINK}.monitor`, OUTPUT_RATE, { PATH, ...environment });
      recorders.push(recorder);
      return recorder;
    },
    close,
  };
}

/** Resolves also where the program could not even be started. */
export async function endOf(child: ChildProcess): Promise<void> {
  await once(child, 'close').catch(() => undefined);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once('error', () => resolve(false));
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
  });
}
