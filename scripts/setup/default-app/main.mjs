// What a bare Electron executable runs: it takes the app from the command line and becomes it. Electron's own is part
// of its download; this one is packed into the staged runtime, which comes without. Awaited at the top, because
// Electron holds back `ready` until its entry module has run.
import { app } from 'electron/main';

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { parseCommandLine } from './command-line.mjs';

const commandLine = parseCommandLine(process.argv.slice(1));
const require = createRequire(path.join(process.cwd(), 'command-line'));

for (const module of commandLine.preloads) require(module);

if (commandLine.isVersionAsked) {
  process.stdout.write(`v${process.versions['electron']}\n`);
  app.exit(0);
} else if (commandLine.app === undefined) {
  process.stderr.write('Usage: electron [switches] <folder with a package.json, or file> [arguments]\n');
  app.exit(1);
} else {
  await become(path.resolve(commandLine.app));
}

/** @param {string} target */
async function become(target) {
  let entry;
  try {
    // A folder's `main`, its index.js, or the file itself.
    entry = require.resolve(target);
  } catch (error) {
    process.stderr.write(`There is no app to run at ${target}: ${/** @type {Error} */ (error).message}\n`);
    app.exit(1);
    return;
  }
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

  const manifest = readManifest(target);
  if (manifest !== undefined) introduceAs(manifest);
  app.setAppPath(manifest === undefined ? path.dirname(entry) : target);

  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    process.stderr.write(
      `The app failed while it was loading.\n${/** @type {Error} */ (error).stack ?? error}\n`,
    );
    app.exit(1);
  }
}

/** @param {string} folder */
function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {{ name?: string, productName?: string, version?: string, desktopName?: string }} manifest */
function introduceAs({ name, productName, version, desktopName }) {
  if (version) app.setVersion(version);
  const shownName = productName ?? name;
  if (shownName) app.setName(shownName);
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`);
}
