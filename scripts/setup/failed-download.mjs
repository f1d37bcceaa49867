import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cacheFolder } from './cache-folder.mjs';
import { pinnedElectronVersion } from './electron-download.mjs';

// A note that the download of this version failed, so that the next run does not wait for the network again.

export function hasDownloadFailed() {
  return existsSync(noteFile());
}

export function rememberFailedDownload() {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(noteFile(), 'Remove this file to have the download tried again.\n');
}

export function forgetFailedDownload() {
  rmSync(noteFile(), { force: true });
}

function noteFile() {
  return path.join(cacheFolder(), `electron-${pinnedElectronVersion()}-download-failed`);
}
