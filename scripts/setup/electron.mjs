import { existsSync } from 'node:fs';
import path from 'node:path';

import { downloadElectron, downloadedElectron } from './electron-download.mjs';
import { forgetFailedDownload, hasDownloadFailed, rememberFailedDownload } from './failed-download.mjs';
import { say } from './messages.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { SetupProblem } from './setup-problem.mjs';
import { canStageRuntime, stagedRuntime, stageRuntime } from './staged-runtime.mjs';
import { stagedElectronVersion } from './staged-runtime-source.mjs';

/**
 * @typedef {object} Electron
 * @property {string} executable
 * @property {string | undefined} overrideFolder set where it is not the one inside node_modules/electron
 */

const retryCommand = 'npm run setup -- --retry-electron';

/**
 * Finds an Electron, or gets one: the folder that the user names, then Electron's own download, then the staged
 * runtime.
 *
 * @param {{ retryDownload?: boolean }} [options] try Electron's own download again after it once failed
 * @returns {Promise<Electron>}
 */
export async function prepareElectron({ retryDownload = false } = {}) {
  const present = overriddenElectron() ?? downloadedElectron();
  if (present !== undefined) return present;

  const staged = stagedRuntime();
  if (staged !== undefined && hasDownloadFailed() && !retryDownload) {
    say(
      `Electron ${stagedElectronVersion} (a third party’s copy, as Electron’s own download was out of reach). ` +
        `To try that again: ${retryCommand}`,
    );
    return staged;
  }
  return withSetupLock(() => getElectron(retryDownload));
}

/**
 * The variables by which the `electron` package, electron-vite, Playwright and this project's tests find it.
 *
 * @param {Electron} electron
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment({ executable, overrideFolder }) {
  return {
    STEAM_BENCH_ELECTRON: executable,
    ELECTRON_EXEC_PATH: executable,
    // Some editors set it in their terminals; with it Electron is a mere Node.
    ELECTRON_RUN_AS_NODE: undefined,
    ...(overrideFolder === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: overrideFolder }),
  };
}

/** @param {boolean} retryDownload */
async function getElectron(retryDownload) {
  // Another set-up may have been here while this one waited.
  const present = downloadedElectron();
  if (present !== undefined) return present;

  // Where nothing can be staged, the download is the only way and is tried every time.
  if (retryDownload || !canStageRuntime() || !hasDownloadFailed()) {
    const failure = await downloadElectron();
    const downloaded = downloadedElectron();
    if (downloaded !== undefined) {
      forgetFailedDownload();
      return downloaded;
    }
    if (!canStageRuntime()) {
      throw new SetupProblem('Electron could not be downloaded. Check the network, or the proxy settings.', {
        next: ['npm run setup'],
        details: failure,
      });
    }
    rememberFailedDownload();
    say(`Electron’s own download is out of reach. It will not be tried again until you run: ${retryCommand}`);
  }
  return stagedRuntime() ?? (await stageRuntime());
}

/** @returns {Electron | undefined} */
function overriddenElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return undefined;
  const executable = path.resolve(folder, electronExecutableName());
  if (existsSync(executable)) return { executable, overrideFolder: path.resolve(folder) };
  throw new SetupProblem(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`, {
    next: [
      process.platform === 'win32' ? 'set ELECTRON_OVERRIDE_DIST_PATH=' : 'unset ELECTRON_OVERRIDE_DIST_PATH',
      'npm run setup',
    ],
  });
}

function electronExecutableName() {
  if (process.platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
