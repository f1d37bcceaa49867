import { existsSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

import { cacheFolder } from './cache-folder.mjs';
import { runCommand } from './command.mjs';
import { folderBytes } from './folder-bytes.mjs';
import { requireFreeSpace } from './free-space.mjs';
import { inMegabytes, say, secondsSince, startProgress } from './messages.mjs';
import { inProject, projectRoot, readJson } from './project.mjs';

// The archive, its copy in Electron's own cache and the unpacked runtime.
const neededBytes = 700e6;
const stalledAfterMs = 60_000;
const pollMs = 500;

const electronPackage = inProject('node_modules', 'electron');

/** @returns {string} the version that package.json pins */
export function pinnedElectronVersion() {
  return readJson(inProject('package.json')).devDependencies.electron;
}

/** @returns {import('./electron.mjs').Electron | undefined} what the `electron` package has downloaded, if it has */
export function downloadedElectron() {
  const read = (/** @type {string[]} */ ...names) => {
    const file = path.join(electronPackage, ...names);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  const name = read('path.txt');
  if (name === undefined || read('dist', 'version')?.replace(/^v/, '') !== pinnedElectronVersion())
    return undefined;
  const executable = path.join(electronPackage, 'dist', name);
  return existsSync(executable) ? { executable, overrideFolder: undefined } : undefined;
}

/**
 * Has the `electron` package download its runtime, which it checks against its own sums.
 *
 * @returns {Promise<string>} the program's words, for the case that it failed
 */
export async function downloadElectron() {
  await requireFreeSpace(projectRoot, neededBytes, 'Electron');
  await fs.mkdir(cacheFolder(), { recursive: true });
  // Its temporary files are put where their growth can be watched.
  const folder = await fs.mkdtemp(path.join(cacheFolder(), 'electron-download-'));

  const startedMs = Date.now();
  const stop = new AbortController();
  let gotBytes = 0;
  let grewMs = startedMs;
  const poll = setInterval(async () => {
    const bytes = await folderBytes(folder);
    if (bytes !== gotBytes) grewMs = Date.now();
    gotBytes = bytes;
    // While it unpacks nothing grows here, but that takes no minute.
    if (Date.now() - grewMs > stalledAfterMs) stop.abort();
  }, pollMs);
  const stopProgress = startProgress(`Downloading Electron ${pinnedElectronVersion()} …`, () =>
    gotBytes > 0 ? inMegabytes(gotBytes) : '',
  );
  const { code, output } = await runCommand(process.execPath, [path.join(electronPackage, 'install.js')], {
    cwd: projectRoot,
    env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1', TMPDIR: folder, TEMP: folder, TMP: folder },
    stopSignal: stop.signal,
  });
  clearInterval(poll);
  stopProgress();
  await fs.rm(folder, { recursive: true, force: true });
  if (code === 0) say(`Electron ${pinnedElectronVersion()} downloaded in ${secondsSince(startedMs)}.`);
  return output;
}
