import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} NativeParts
 * @property {string} koffi the binary of koffi
 * @property {string} addon the addon of steamworks.js
 * @property {string} library Valve's own, beside the addon
 */

/**
 * The files that a package for this platform has outside its archive: what main/steam/places.ts and koffi look for.
 *
 * @param {string} platform as in `process.platform`
 * @param {string} processor as in `process.arch`
 * @returns {NativeParts | undefined} paths with slashes; undefined where Valve ships no library
 */
export function nativePartsOf(platform, processor) {
  const inSteamworks = {
    'linux x64': ['linux64/steamworksjs.linux-x64-gnu.node', 'linux64/libsteam_api.so'],
    'win32 x64': ['win64/steamworksjs.win32-x64-msvc.node', 'win64/steam_api64.dll'],
    'darwin x64': ['osx/steamworksjs.darwin-x64.node', 'osx/libsteam_api.dylib'],
    'darwin arm64': ['osx/steamworksjs.darwin-arm64.node', 'osx/libsteam_api.dylib'],
  }[`${platform} ${processor}`];
  if (inSteamworks === undefined) return undefined;
  const [addon, library] = inSteamworks.map((file) => `node_modules/steamworks.js/dist/${file}`);
  const koffi = `node_modules/@koromix/koffi-${platform}-${processor}/${platform}_${processor}/koffi.node`;
  return { koffi, addon: String(addon), library: String(library) };
}

/**
 * Fails unless a package has its platform's native parts, all of them and none other: without one it starts and never
 * finds Steam, and a foreign one only weighs.
 *
 * @param {string} resources the folder that holds app.asar
 * @param {string} platform
 * @param {string} processor
 */
export function requireNativeParts(resources, platform, processor) {
  const parts = nativePartsOf(platform, processor);
  if (parts === undefined) throw new Error(`Valve ships no Steam library for ${platform} ${processor}.`);
  const expected = Object.values(parts);
  const found = filesIn(path.join(resources, 'app.asar.unpacked'));
  const missing = expected.filter((file) => !found.includes(file));
  const foreign = found.filter((file) => !expected.includes(file));
  if (missing.length === 0 && foreign.length === 0) return;
  throw new Error(
    `The package's native parts are not those of ${platform} ${processor}.` +
      `${missing.map((file) => `\n  missing: ${file}`).join('')}` +
      `${foreign.map((file) => `\n  of no use there: ${file}`).join('')}` +
      '\nPackages are built on the platform that they are for: npm installs no other parts.',
  );
}

/**
 * @param {string} folder
 * @returns {string[]} paths of the files below it, with slashes
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
