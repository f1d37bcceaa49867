import path from 'node:path';
import { listPackage } from '@electron/asar';

const expectedPlaces =
  /^\/(out(\/(main|preload|renderer)(\/.*)?)?|package\.json|node_modules(\/(koffi|@koromix|steamworks\.js)(\/.*)?)?)$/;
const namedAtMost = 5;

/**
 * Fails if an archive holds anything but the bundles and the two packages. One wrong line in electron-builder.yml is
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
