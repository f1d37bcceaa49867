import { lstatSync } from 'node:fs';

import { say, secondsSince, startProgress } from './messages.mjs';
import { requireFreeSpace } from './free-space.mjs';
import { isRegistryUnreachable, runNpm, shortPatience } from './npm.mjs';
import { inProject, projectRoot, readJson } from './project.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { SetupProblem } from './setup-problem.mjs';

// Measured: 400 MB of packages and 200 MB in npm's own cache.
const neededBytes = 700e6;

/** Installs exactly what package-lock.json names, and only when that is not what is there. */
export async function preparePackages() {
  if (arePackagesInstalled()) return;
  await withSetupLock(async () => {
    if (!arePackagesInstalled()) await install();
  });
}

/**
 * npm leaves a list of what it installed in node_modules, as the last thing of an installation. That list is
 * compared with the lock: an interrupted installation has none, and nobody pays twice for an `npm install` of
 * their own. Packages for other platforms may be absent.
 */
function arePackagesInstalled() {
  const wanted = readJson(inProject('package-lock.json'))?.packages;
  const installed = readJson(inProject('node_modules', '.package-lock.json'))?.packages;
  if (wanted === undefined || installed === undefined) return false;

  return Object.entries(wanted).every(([name, { version, integrity, optional, devOptional }]) => {
    const found = installed[name];
    if (name === '') return true;
    if (found === undefined) return Boolean(optional ?? devOptional);
    return found.version === version && found.integrity === integrity;
  });
}

async function install() {
  if (lstatSync(inProject('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupProblem(
      'node_modules is a link, and holds other packages than package-lock.json names. Installing would empty the folder it leads to.',
      { next: ['rm node_modules', 'npm run setup'] },
    );
  }
  await requireFreeSpace(projectRoot, neededBytes, 'the npm packages');
  const startedMs = Date.now();
  const stopProgress = startProgress('Installing the npm packages of package-lock.json …');
  // Tests and builds need the development packages, even where NODE_ENV says production.
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', ...shortPatience]);
  stopProgress();
  if (code === 0) {
    say(`npm packages installed in ${secondsSince(startedMs)}.`);
    return;
  }
  throw isRegistryUnreachable(output)
    ? new SetupProblem('npm cannot reach its registry. Check the network, or npm’s proxy settings.', {
        next: ['npm ping', 'npm run setup'],
        details: output,
      })
    : new SetupProblem('npm could not install the packages; its own words are above.', {
        next: ['npm ci --include=dev', 'npm run setup'],
        details: output,
      });
}
