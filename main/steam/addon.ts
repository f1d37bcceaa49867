import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Addon from 'steamworks.js/client';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { nativeFilesIn, withoutHome, type NativeFiles } from './places.ts';

/** What the bench uses of the native addon of steamworks.js. Calling any of it before `init` succeeded aborts the process. */
export type SteamAddon = Pick<typeof Addon, 'init' | 'localplayer' | 'apps' | 'utils'>;

const require = createRequire(import.meta.url);
const again = 'Install the bench again: a file of it is missing.';

/** The native files for this machine. Errors: `platform-unsupported`, `library-missing`. */
export function locateNativeFiles(): Outcome<NativeFiles> {
  const { platform, arch } = process;
  let packageFolder: string;
  try {
    packageFolder = dirname(require.resolve('steamworks.js/package.json'));
  } catch {
    return fail('library-missing', 'The package steamworks.js is not installed.', again);
  }
  const files = nativeFilesIn(packageFolder, platform, arch);
  return files === undefined
    ? fail(
        'platform-unsupported',
        `Valve ships no Steam library for ${platform} ${arch}.`,
        'Use the simulated client here, or run the bench on 64-bit Linux, Windows or macOS.',
      )
    : succeed(files);
}

/**
 * Loads the native addon itself rather than the package around it.
 *
 * The package's `init` starts a timer that reads callbacks 30 times a second and drops call results that it did not ask
 * for; whoever reads a callback first consumes it, and the bench has its own pump.
 * Errors: `library-missing`, `library-unloadable`.
 */
export function loadAddon(path: string): Outcome<SteamAddon> {
  if (!existsSync(path)) return fail('library-missing', `There is no ${withoutHome(path)}.`, again);
  try {
    return succeed(require(path) as SteamAddon);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('library-unloadable', `${withoutHome(path)} does not load: ${withoutHome(reason)}`, again);
  }
}
