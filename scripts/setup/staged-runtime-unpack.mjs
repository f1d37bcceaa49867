import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import { requireIntegrity } from './staged-runtime-download.mjs';
import { stagedElectronVersion, stagedRuntimeSource } from './staged-runtime-source.mjs';

const keptLocales = ['en-GB', 'en-US'];

/**
 * Lays the runtime out as Electron's own archive would. Verifies the tarball first and deletes it at the end.
 *
 * @param {string} tarball
 * @param {string} folder must not exist
 */
export async function unpackStagedRuntime(tarball, folder) {
  await requireIntegrity(tarball);

  // Not at the top: these are npm packages, and set-up begins without any.
  const tar = await import('tar');
  const { createPackage } = await import('@electron/asar');

  await fs.mkdir(path.join(folder, 'resources'), { recursive: true });
  const { archive, license } = stagedRuntimeSource;
  await tar.x({ file: tarball, cwd: folder, strip: 1, filter: (name) => name === archive });
  await fs.rm(tarball);

  const zip = path.join(folder, path.basename(archive));
  await unzip(zip, folder);
  await fs.rm(zip);

  await setFuses(path.join(folder, 'electron'));
  const defaultApp = fileURLToPath(new URL('./default-app', import.meta.url));
  await createPackage(defaultApp, path.join(folder, 'resources', 'default_app.asar'));
  await fs.rename(path.join(folder, license), path.join(folder, 'LICENSE'));
  await fs.writeFile(path.join(folder, 'version'), stagedElectronVersion);
}

/**
 * @param {string} zip
 * @param {string} folder
 */
async function unzip(zip, folder) {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = runtimeName(entry.fileName);
    if (name === undefined) continue;
    const target = path.join(folder, name);
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await fs.mkdir(path.dirname(target), { recursive: true });
    await pipeline(
      await archive.openReadStreamPromise(entry),
      createWriteStream(target, { mode: mode || 0o644 }),
    );
  }
}

/**
 * @param {string} name a path inside the archive
 * @returns {string | undefined} its path in the runtime, undefined for what is no part of Electron, or not needed
 */
function runtimeName(name) {
  const { folder, executable } = stagedRuntimeSource;
  if (!name.startsWith(folder) || name.endsWith('/')) return undefined;
  const inside = name.slice(folder.length);
  if (path.normalize(inside).startsWith('..')) return undefined;
  if (inside === executable) return 'electron';

  // The other program itself, and its own start-up snapshot.
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  const locale = /^locales\/(.+)\.pak$/.exec(inside)?.[1];
  return locale === undefined || keptLocales.includes(locale) ? inside : undefined;
}

/**
 * The other program's fuses turn off what development needs, such as `--inspect`, by which tests drive the app.
 *
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  });
}
