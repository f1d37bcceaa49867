import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** Replaces the home folder by `~`: it names the user, and these texts get copied into reports. */
export function withoutHome(text: string, home: string = homedir()): string {
  return home.length > 1 ? text.replaceAll(home, '~') : text;
}

/** Native code cannot be loaded from inside the archive of a packaged app; it is unpacked beside it. */
export function outsideArchive(path: string): string {
  return path.replace(/([\\/])app\.asar(?=[\\/])/, '$1app.asar.unpacked');
}

/** The two native files of steamworks.js for a platform. */
export interface NativeFiles {
  readonly addon: string;
  readonly library: string;
}

const filesByPlatform: Readonly<Record<string, readonly [folder: string, addon: string, library: string]>> = {
  'linux x64': ['linux64', 'steamworksjs.linux-x64-gnu.node', 'libsteam_api.so'],
  'win32 x64': ['win64', 'steamworksjs.win32-x64-msvc.node', 'steam_api64.dll'],
  'darwin x64': ['osx', 'steamworksjs.darwin-x64.node', 'libsteam_api.dylib'],
  'darwin arm64': ['osx', 'steamworksjs.darwin-arm64.node', 'libsteam_api.dylib'],
};

/** Where the native files are in the package's folder, or undefined where Valve ships none for the platform. */
export function nativeFilesIn(
  packageFolder: string,
  platform: string,
  processor: string,
): NativeFiles | undefined {
  const files = filesByPlatform[`${platform} ${processor}`];
  if (files === undefined) return undefined;
  const [folder, addon, library] = files;
  const inFolder = (name: string): string =>
    outsideArchive((platform === 'win32' ? win32 : posix).join(packageFolder, 'dist', folder, name));
  return { addon: inFolder(addon), library: inFolder(library) };
}

/**
 * Where the Steam client has its module that Valve's library loads.
 *
 * On Linux the library knows no other place; elsewhere it is told by the registry or by the running client, and this is
 * only where an ordinary installation has it.
 */
export function clientModulePlace(
  platform: string,
  home: string,
  programFiles = 'C:\\Program Files (x86)',
): { readonly path: string; readonly isOnlyPlace: boolean } | undefined {
  switch (platform) {
    case 'linux':
      return { path: posix.join(home, '.steam/sdk64/steamclient.so'), isOnlyPlace: true };
    case 'win32':
      return { path: win32.join(programFiles, 'Steam', 'steamclient64.dll'), isOnlyPlace: false };
    case 'darwin':
      return {
        path: posix.join(
          home,
          'Library/Application Support/Steam/Steam.AppBundle/Steam/Contents/MacOS/steamclient.dylib',
        ),
        isOnlyPlace: false,
      };
    default:
      return undefined;
  }
}
