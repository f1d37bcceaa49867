import { readFileSync } from 'node:fs';
import path from 'node:path';

import { inProject, readJson } from '../setup/project.mjs';

const builderPlatforms = /** @type {const} */ ({ linux: 'linux', win32: 'win', darwin: 'mac' });

/** @returns {'linux' | 'win' | 'mac' | undefined} electron-builder's name for this platform */
export function builderPlatform() {
  return builderPlatforms[process.platform];
}

/** @returns {Record<string, string>} the targets of each platform that electron-builder.yml names, as "nsis, zip" */
export function targetsByPlatform() {
  const settings = readFileSync(inProject('electron-builder.yml'), 'utf8');
  const sections = settings.matchAll(/^(linux|win|mac):\n(?: .*\n)*? {2}target: \[(.+)\]$/gm);
  return Object.fromEntries([...sections].map(([, platform, targets]) => [platform, targets]));
}

/**
 * @param {string} output the folder that electron-builder was given
 * @returns {{ folder: string, executable: string }} the unpacked app and what starts it
 */
export function unpackedApp(output) {
  const { name, productName } = readJson(inProject('package.json'));
  const suffix = process.arch === 'arm64' ? '-arm64' : '';
  if (process.platform === 'darwin') {
    const folder = path.join(output, `mac${suffix}`, `${productName}.app`);
    return { folder, executable: path.join(folder, 'Contents', 'MacOS', productName) };
  }
  const folder = path.join(output, `${builderPlatform()}${suffix}-unpacked`);
  const executable = process.platform === 'win32' ? `${productName}.exe` : name;
  return { folder, executable: path.join(folder, executable) };
}
