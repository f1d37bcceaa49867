import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { setValueLine } from './script-lines.ts';

/** A scratch home folder in which Valve's library finds the stand-in instead of a Steam client. */
export interface SteamHome {
  /** To be given as HOME to the process under test. */
  readonly path: string;
  readonly socketPath: string;
  /** Deletes the folder. A process that still uses it keeps its library. */
  remove(): void;
}

export interface SteamHomeOptions {
  /** The built library; without it, where `build.mjs` puts it. */
  readonly library?: string;
  /** Lines for before the application connects: see `script-lines.ts`. */
  readonly script?: readonly string[];
  /** False for a machine on which no Steam client is installed. */
  readonly hasClient?: boolean;
  /** False for a Steam client that is installed but not running: no process id, and no pipe can be made. */
  readonly isRunning?: boolean;
}

const builtLibrary = fileURLToPath(
  new URL('../../build/steam-client-double/steamclient.so', import.meta.url),
);
/** What fits into a Unix socket's address on Linux, without the final zero. */
const longestSocketPathBytes = 107;

export function createSteamHome(options: SteamHomeOptions = {}): SteamHome {
  const library = options.library ?? builtLibrary;
  const hasClient = options.hasClient ?? true;
  if (hasClient && !existsSync(library)) {
    throw new Error(`The stand-in for the Steam client is not built: run "npm run double" (no ${library}).`);
  }
  const path = mkdtempSync(join(tmpdir(), 'steam-'));
  const steamFolder = join(path, '.steam');
  const socketPath = join(steamFolder, 'steam-client-double.sock');
  if (Buffer.byteLength(socketPath) > longestSocketPathBytes) {
    rmSync(path, { recursive: true, force: true });
    throw new Error(
      `The socket path is longer than ${longestSocketPathBytes} bytes; set TMPDIR to a shorter one: ${socketPath}`,
    );
  }
  mkdirSync(join(steamFolder, 'sdk64'), { recursive: true });
  if (hasClient) symlinkSync(library, join(steamFolder, 'sdk64', 'steamclient.so'));
  const isRunning = hasClient && (options.isRunning ?? true);
  // Valve's library takes Steam for running when this names a living process; the test's own does.
  if (isRunning) writeFileSync(join(steamFolder, 'steam.pid'), `${process.pid}\n`);
  const script = [...(isRunning ? [] : [setValueLine('createSteamPipe', 0)]), ...(options.script ?? [])];
  writeFileSync(join(steamFolder, 'steam-client-double.script'), script.map((line) => `${line}\n`).join(''));
  return {
    path,
    socketPath,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
