import path from 'node:path';
import { listPackage } from '@electron/asar';

/** The packages that main loads as they are, and what they load. */
const expectedPackages = [
  ...['koffi', '@koromix', 'steamworks.js'],
  // Reads tickets. It cannot be bundled: it opens a file beside its own.
  ...['steam-appticket', 'steamid', '@doctormckay', 'bytebuffer', 'long', 'protobufjs', '@protobufjs'],
  ...['psl', 'punycode'],
];
const expectedPlaces = new RegExp(
  `^/(out(/(main|preload|renderer)(/.*)?)?|package\\.json|node_modules(/(${expectedPackages.join('|')})(/.*)?)?)$`,
);
const namedAtMost = 5;

/**
 * Fails if an archive holds anything but the bundles and the packages beside them. One wrong line in electron-builder.yml is
 * enough for all sources to be shipped, and nothing else would tell.
 *
 * @param {string} resources the folder that holds app.asar
 */
export function requireOnlyTheApp(resources) {
  const archive = path.join(resources, 'app.asar');
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
  const others = entries.filter((entry) => !expectedPlaces.test(entry));
  if (others.length === 0) return;
  const named = others.slice(0, namedAtMost).join(', ');
  throw new Error(`${others.length} entries of app.asar are no part of the app: ${named} …`);
}
