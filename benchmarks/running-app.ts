import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { openDevToolsPipe } from './devtools-pipe.ts';
import { wallClock } from './figures.ts';
import { createPage, type Page } from './page.ts';

/** The Electron to measure on. */
export interface Runtime {
  readonly executable: string;
  readonly switches: readonly string[];
}

export interface AppOptions {
  /** What Electron is to run: a folder with a package.json, or a file. */
  readonly entry: string;
  readonly flags?: readonly string[];
  /** Where Valve's library looks for the Steam client; without it an empty folder. */
  readonly home?: string;
  /** Where Chromium and the bench keep things; without it a new folder that goes with the app. */
  readonly userData?: string;
}

/** An Electron app under measurement. */
export interface RunningApp {
  readonly pid: number;
  /** When the process was started, by this process's wall clock. */
  readonly startedAt: number;
  page(): Promise<Page>;
  /** Lines that it printed. */
  readonly lines: readonly string[];
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
  /** Asks it to quit; ends it where it does not. */
  close(): Promise<void>;
}

export const projectRoot = resolve(import.meta.dirname, '..');

export function baselineEntry(name: string): string {
  return join(import.meta.dirname, 'baseline', name);
}

const longestQuitMs = 5000;

export function startApp({ executable, switches }: Runtime, options: AppOptions): RunningApp {
  const scratch = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const startedAt = wallClock();
  const child = spawn(
    executable,
    [
      ...switches,
      '--remote-debugging-pipe',
      `--user-data-dir=${options.userData ?? join(scratch, 'user-data')}`,
      options.entry,
      ...(options.flags ?? []),
    ],
    {
      cwd: scratch,
      env: { ...process.env, HOME: options.home ?? scratch },
      stdio: ['ignore', 'pipe', 'ignore', 'pipe', 'pipe'],
    },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error(`Electron could not be started: ${executable}`);

  let found: (page: Page) => void;
  let lost: (error: Error) => void;
  const page = new Promise<Page>((onFound, onLost) => {
    found = onFound;
    lost = onLost;
  });
  // Whoever asks for the page hears of it; an app without a window is asked by nobody.
  page.catch(() => undefined);
  const [, out, , to, from] = child.stdio as readonly [unknown, Readable, unknown, Writable, Readable];
  const pipe = openDevToolsPipe(to, from, ({ method, params }) => {
    if (method !== 'Target.attachedToTarget') return;
    const { type } = params['targetInfo'] as { readonly type: string };
    if (type === 'page') found(createPage(pipe, params['sessionId'] as string));
  });
  const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
  pipe.send('Target.setAutoAttach', attach).catch((error: unknown) => lost(error as Error));

  const lines: string[] = [];
  createInterface(out).on('line', (line) => lines.push(line));
  const exit = once(child, 'close').then(([code]) => {
    lost(new Error(`The application ended with ${String(code)}.`));
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    return code as number | null;
  });

  return {
    pid,
    startedAt,
    page: () => page,
    lines,
    ended: () => exit,
    async close() {
      pipe.send('Browser.close').catch(() => undefined);
      const isGone = await Promise.race([exit.then(() => true), delay(longestQuitMs, false, { ref: false })]);
      if (!isGone) child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Runs the work with apps that end with it, however it ends. */
export async function withApps<Value>(
  apps: readonly RunningApp[],
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } finally {
    await Promise.all(apps.map((app) => app.close()));
  }
}
