import { rmSync } from 'node:fs';
import path from 'node:path';
import { Arch } from 'electron-builder';

import { requireOnlyTheApp } from './archive.mjs';
import { requireNativeParts } from './native-parts.mjs';

/**
 * What electron-builder calls (electron-builder.yml names it) when the app's folder is complete, before fuses, signing
 * and installers.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir, arch, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  requireOnlyTheApp(resources);
  requireNativeParts(resources, electronPlatformName, Arch[arch]);
  // electron-builder leaves them where it is given an unpacked Electron.
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  rmSync(path.join(appOutDir, 'version'), { force: true });
}
