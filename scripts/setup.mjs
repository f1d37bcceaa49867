// Sets up everything on a fresh machine, and does next to nothing on one that is set up. Needs only Node.
//   npm run setup [-- --only=packages|electron|system] [-- --retry-electron]
import { pathToFileURL } from 'node:url';

import { prepareElectron } from './setup/electron.mjs';
import { prepareLinuxPackages } from './setup/linux-packages.mjs';
import { say } from './setup/messages.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { preparePackages } from './setup/packages.mjs';
import { runEntryPoint, SetupProblem } from './setup/setup-problem.mjs';

/**
 * Everything that a purpose needs, in order.
 *
 * @param {{ forTests: boolean, retryDownload?: boolean }} options tests need a compiler and programs of sound besides
 * @returns {Promise<import('./setup/electron.mjs').Electron>}
 */
export async function setUp({ forTests, retryDownload = false }) {
  requireNodeVersion();
  await preparePackages();
  const electron = await prepareElectron({ retryDownload });
  await prepareLinuxPackages({ forTests });
  return electron;
}

/** @param {readonly string[]} args */
async function main(args) {
  const retryDownload = args.includes('--retry-electron');
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  if (only === undefined) {
    const { executable } = await setUp({ forTests: true, retryDownload });
    say(`Set up. Electron: ${executable}`);
    return;
  }
  requireNodeVersion();
  if (only === 'packages') await preparePackages();
  else if (only === 'system') await prepareLinuxPackages({ forTests: true });
  else if (only === 'electron') await preparePackages().then(() => prepareElectron({ retryDownload }));
  else throw new SetupProblem(`There is no --only=${only}.`, { next: ['npm run setup -- --only=packages'] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runEntryPoint(() => main(process.argv.slice(2)));
}
