import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
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

/** A window that has not come by then will not come. */
const LONGEST_START_MS = 25_000;

export const projectRoot = resolve(import.meta.dirname, '..');

/** Starts the bench and waits for its window. */
export async function launchBench(options: LaunchOptions = {}): Promise<RunningBench> {
  const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
  const userData = options.userData ?? join(scratch, 'user-data');
  const executable = options.executable ?? process.env['STEAM_BENCH_ELECTRON'];
  const app = await _electron.launch({
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
    return {
      app,
      page,
      userData,
      async close() {
        await app.close().catch(() => undefined);
        await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
      },
    };
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
