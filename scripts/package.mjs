// Sets up, builds, and packages the app for this platform, as electron-builder.yml says.
//   npm run package                    the installers and archives for users, into dist/
//   npm run package -- --unpacked      only the folder that they hold
//   npm run package -- --for-tests     the folder for end-to-end tests, into build/: never for users
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { runElectronBuilder } from './package/electron-builder.mjs';
import { requireFuses } from './package/fuses.mjs';
import { nativePartsOf } from './package/native-parts.mjs';
import { hostsOutOfReach } from './package/out-of-reach.mjs';
import { builderPlatform, targetsByPlatform, unpackedApp } from './package/targets.mjs';
import { buildAppIfChanged } from './run/build.mjs';
import { setUp } from './setup.mjs';
import { downloadedElectron, downloadElectron, pinnedElectronVersion } from './setup/electron-download.mjs';
import { folderBytes } from './setup/folder-bytes.mjs';
import { inMegabytes, say } from './setup/messages.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { preparePackages } from './setup/packages.mjs';
import { inProject } from './setup/project.mjs';
import { withSetupLock } from './setup/setup-lock.mjs';
import { runEntryPoint, SetupProblem } from './setup/setup-problem.mjs';

const forTestsCommand = 'npm run package -- --for-tests';
const outputForTests = path.join('build', 'packaged-for-tests');
const ownElectronFolder = inProject('node_modules', 'electron', 'dist');

/**
 * Packages the app as for users but for one fuse: the inspector's, by which Playwright drives it. It may be made of
 * the staged runtime, and is never to be handed to anyone.
 *
 * @returns {Promise<string>} its executable
 */
export async function packageForTests() {
  requireSupportedPlatform();
  const { overrideFolder } = await setUp({ forTests: true });
  await buildAppIfChanged();

  const electronFolder = overrideFolder ?? ownElectronFolder;
  const version = readFileSync(path.join(electronFolder, 'version'), 'utf8').trim().replace(/^v/, '');
  await runElectronBuilder({
    electronFolder,
    isUnpacked: true,
    settings: [
      `electronVersion=${version}`,
      `directories.output=${outputForTests}`,
      'electronFuses.enableNodeCliInspectArguments=true',
    ],
    command: forTestsCommand,
  });
  const { folder, executable } = unpackedApp(inProject(outputForTests));
  await requireFuses(fusedFile({ folder, executable }), { hasInspector: true });
  say(
    `FOR TESTS ONLY, on Electron ${version}, with the inspector’s fuse on: whoever starts it can drive it. ` +
      `Never hand ${outputForTests} to users.`,
  );
  return executable;
}

/** @param {{ isUnpacked: boolean }} options */
async function packageForUsers({ isUnpacked }) {
  const command = `npm run package${isUnpacked ? ' -- --unpacked' : ''}`;
  requireNodeVersion();
  requireSupportedPlatform();
  requireNoOtherElectron(command);
  await preparePackages();
  // Only on Linux does the bare folder need no tool of electron-builder's: elsewhere the icon is converted.
  await requireDownloads({ tools: !isUnpacked || process.platform !== 'linux', isUnpacked, command });
  await requireOwnElectron(command);
  await buildAppIfChanged();

  await runElectronBuilder({ electronFolder: ownElectronFolder, isUnpacked, command });
  const app = unpackedApp(inProject('dist'));
  await requireFuses(fusedFile(app), { hasInspector: false });
  say(`${app.folder} (${inMegabytes(await folderBytes(app.folder))})`);
  if (isUnpacked) return;
  for (const name of readdirSync(inProject('dist'))) {
    const file = inProject('dist', name);
    if (/\.(AppImage|deb|exe|dmg|zip)$/.test(name)) say(`${file} (${inMegabytes(statSync(file).size)})`);
  }
}

function requireSupportedPlatform() {
  if (nativePartsOf(process.platform, process.arch) !== undefined) return;
  throw new SetupProblem(
    `Valve ships no Steam library for ${process.platform} ${process.arch}, so there is nothing to package here.`,
    { next: ['npm start -- --client=simulated'] },
  );
}

/**
 * Users get Electron's own download and nothing else: the staged runtime is a third party's copy, and what a variable
 * names may be anything.
 *
 * @param {string} command
 */
function requireNoOtherElectron(command) {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return;
  throw new SetupProblem(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}. A package for users is made of Electron’s own download only.`,
    {
      next: [
        process.platform === 'win32'
          ? 'set ELECTRON_OVERRIDE_DIST_PATH='
          : 'unset ELECTRON_OVERRIDE_DIST_PATH',
        command,
      ],
    },
  );
}

/** @param {{ tools: boolean, isUnpacked: boolean, command: string }} options */
async function requireDownloads({ tools, isUnpacked, command }) {
  const hosts = await hostsOutOfReach({ electron: downloadedElectron() === undefined, tools });
  if (hosts.length === 0) return;

  const targets = targetsByPlatform();
  const wanted = isUnpacked ? 'the unpacked app' : targets[String(builderPlatform())];
  throw new SetupProblem(
    `Not built: ${wanted}. ${hosts.join(' and ')} cannot be reached, and Electron ${pinnedElectronVersion()} and ` +
      'electron-builder’s tools come from there. A package for users is made of nothing else; the runtime that the ' +
      'tests have staged is refused.\n' +
      `  Linux (${targets['linux']}), Windows (${targets['win']}) and macOS (${targets['mac']}) are each built on their own system.`,
    {
      next: [
        `${command}   # with a connection, or ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR set`,
        `${forTestsCommand}   # what can be tried here: the same package for tests, never for users`,
      ],
    },
  );
}

/** @param {string} command */
async function requireOwnElectron(command) {
  if (downloadedElectron() !== undefined) return;
  const words = await withSetupLock(async () => (downloadedElectron() ? '' : downloadElectron()));
  if (downloadedElectron() !== undefined) return;
  throw new SetupProblem(`Electron ${pinnedElectronVersion()} could not be downloaded.`, {
    next: [command],
    details: words,
  });
}

/** @param {{ folder: string, executable: string }} app */
function fusedFile({ folder, executable }) {
  return process.platform === 'darwin' ? folder : executable;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runEntryPoint(async () => {
    const flags = process.argv.slice(2);
    const unknown = flags.find((flag) => !['--unpacked', '--for-tests'].includes(flag));
    if (unknown !== undefined) {
      throw new SetupProblem(`There is no ${unknown}.`, {
        next: ['npm run package', 'npm run package -- --unpacked'],
      });
    }
    if (flags.includes('--for-tests')) process.stdout.write(`${await packageForTests()}\n`);
    else await packageForUsers({ isUnpacked: flags.includes('--unpacked') });
  });
}
