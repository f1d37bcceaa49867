import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '../app/ipc/bridge.ts';
import type { BenchContract } from '../app/ipc/contract.ts';

declare global {
  interface Window {
    readonly bench: Bridge<BenchContract>;
  }
}

export interface LaunchOptions {
  /** Flags of the bench. */
  readonly flags?: readonly string[];
  /** The user's home: where Valve's library looks for the Steam client. Without it an empty one. */
  readonly home?: string;
  /** The folder for settings and runs; without it a new one that goes with the app. */
  readonly userData?: string;
  /** A packaged executable; without it the built app on the Electron in use. */
  readonly executable?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running bench. */
export interface RunningBench {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  close(): Promise<void>;
}

/** A window that has not come by then will not come: it takes one second, on a busy machine four. */
const LONGEST_START_MS = 15_000;

export const projectRoot = resolve(import.meta.dirname, '..');

/**
 * Starts the bench and waits for its window.
 *
 * Under Xvfb on busy cores about one start in a hundred stands still inside the runtime before any window, and never goes
 * on: that one is ended and made again, once, and said. A bench that does not start fails both times.
 */
export async function launchBench(options: LaunchOptions = {}): Promise<RunningBench> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  const userData = options.userData ?? join(scratch, 'user-data');
  const start = (): Promise<Pick<RunningBench, 'app' | 'page'>> => startOnce(options, scratch, userData);
  const { app, page } = await start().catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
    console.warn(`The bench did not start in ${LONGEST_START_MS} ms; once more. ${error.message}`);
    return start();
  });
  return {
    app,
    page,
    userData,
    async close() {
      await app.close().catch(() => undefined);
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function startOnce(
  options: LaunchOptions,
  scratch: string,
  userData: string,
): Promise<Pick<RunningBench, 'app' | 'page'>> {
  const executable = options.executable ?? process.env['STEAM_BENCH_ELECTRON'];
  const app = await _electron.launch({
    timeout: LONGEST_START_MS,
    ...(executable !== undefined && { executablePath: executable }),
    args: [
      ...(options.executable === undefined ? [projectRoot] : []),
      `--user-data-dir=${userData}`,
      ...(options.flags ?? ['--client=simulated']),
    ],
    cwd: scratch,
    env: { ...inheritedEnvironment(), HOME: options.home ?? scratch, ...options.environment },
  });
  try {
    const page = await app.firstWindow({ timeout: LONGEST_START_MS });
    // Keys are heard and sizes known once the window is drawn.
    await page.getByRole('banner').waitFor({ timeout: LONGEST_START_MS });
    return { app, page };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

/** The environment that the bench is given: ours, less what would tell Steam's library of another app. */
function inheritedEnvironment(): Record<string, string> {
  const dropped = new Set(['SteamAppId', 'SteamGameId', 'ELECTRON_RENDERER_URL', 'NODE_OPTIONS']);
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && !dropped.has(pair[0]),
    ),
  );
}
