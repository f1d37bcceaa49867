import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { folderBytes } from './folder-bytes.mjs';
import { inMegabytes, startProgress } from './messages.mjs';
import { isRegistryUnreachable, runNpm, shortPatience } from './npm.mjs';
import { SetupProblem } from './setup-problem.mjs';
import { stagedRuntimeSource } from './staged-runtime-source.mjs';

/**
 * Fetches the package with npm, which knows the registry, its proxy and its keys. npm shows no progress, so it is
 * given a cache of its own inside the folder, and the growth of that is shown.
 *
 * @param {string} folder
 * @returns {Promise<string>} the tarball, not verified yet
 */
export async function downloadStagedRuntime(folder) {
  const { spec, sizeBytes } = stagedRuntimeSource;
  const npmCache = path.join(folder, 'npm-cache');
  const tarballs = path.join(folder, 'tarball');
  await fs.mkdir(tarballs, { recursive: true });

  let gotBytes = 0;
  const poll = setInterval(() => {
    folderBytes(npmCache).then((bytes) => {
      gotBytes = Math.min(bytes, sizeBytes);
    });
  }, 500);
  const stopProgress = startProgress(
    `Downloading ${spec} …`,
    () => `${inMegabytes(gotBytes)} of ${inMegabytes(sizeBytes)}`,
  );
  const { code, output } = await runNpm([
    'pack',
    spec,
    '--ignore-scripts',
    `--pack-destination=${tarballs}`,
    `--cache=${npmCache}`,
    '--logs-max=0',
    ...shortPatience,
  ]);
  clearInterval(poll);
  stopProgress();
  await fs.rm(npmCache, { recursive: true, force: true });

  const [tarball] = (await fs.readdir(tarballs)).filter((name) => name.endsWith('.tgz'));
  if (code === 0 && tarball !== undefined) return path.join(tarballs, tarball);
  throw new SetupProblem(
    isRegistryUnreachable(output)
      ? 'Neither Electron’s own download nor npm’s registry can be reached. Check the network, or the proxy settings.'
      : `npm could not download ${spec}; its own words are above.`,
    { next: ['npm run setup -- --retry-electron'], details: output },
  );
}

/**
 * @param {string} tarball
 * @param {string} integrity as npm writes it
 */
export async function requireIntegrity(tarball, integrity = stagedRuntimeSource.integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball, { highWaterMark: 1 << 20 }), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual === integrity) return;
  throw new SetupProblem(
    `The downloaded ${stagedRuntimeSource.spec} is not the one that this project pins, and was not unpacked ` +
      `(its sum is ${actual}).`,
    { next: ['npm run setup'] },
  );
}
