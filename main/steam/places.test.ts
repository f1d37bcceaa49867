import { describe, expect, it } from 'vitest';
import { clientModulePlace, nativeFilesIn, outsideArchive, withoutHome } from './places.ts';

describe('native files', () => {
  it.each([
    ['linux', 'x64', '/p/dist/linux64/libsteam_api.so'],
    ['win32', 'x64', '\\p\\dist\\win64\\steam_api64.dll'],
    ['darwin', 'x64', '/p/dist/osx/libsteam_api.dylib'],
    ['darwin', 'arm64', '/p/dist/osx/libsteam_api.dylib'],
  ])('are known for %s %s', (platform, processor, library) => {
    const folder = platform === 'win32' ? '\\p' : '/p';
    expect(nativeFilesIn(folder, platform, processor)?.library).toBe(library);
  });

  it.each([
    ['linux', 'arm64'],
    ['win32', 'ia32'],
    ['freebsd', 'x64'],
  ])('are unknown for %s %s', (platform, processor) => {
    expect(nativeFilesIn('/p', platform, processor)).toBeUndefined();
  });

  it('are outside the archive of a packaged app', () => {
    expect(
      nativeFilesIn('/opt/Bench/resources/app.asar/node_modules/steamworks.js', 'linux', 'x64')?.addon,
    ).toBe(
      '/opt/Bench/resources/app.asar.unpacked/node_modules/steamworks.js/dist/linux64/steamworksjs.linux-x64-gnu.node',
    );
    expect(outsideArchive('C:\\B\\app.asar\\x.node')).toBe('C:\\B\\app.asar.unpacked\\x.node');
    expect(outsideArchive('/b/app.asar.unpacked/x.node')).toBe('/b/app.asar.unpacked/x.node');
  });
});

describe('texts that get copied into reports', () => {
  it('do not name the user', () => {
    expect(withoutHome('/home/ada/.steam and /home/ada', '/home/ada')).toBe('~/.steam and ~');
    expect(withoutHome('/etc', '/')).toBe('/etc');
  });
});

describe('the Steam client', () => {
  it('has one place on Linux and a usual one elsewhere', () => {
    expect(clientModulePlace('linux', '/home/ada')).toEqual({
      path: '/home/ada/.steam/sdk64/steamclient.so',
      isOnlyPlace: true,
    });
    expect(clientModulePlace('win32', 'C:\\Users\\ada', 'D:\\Programs')).toEqual({
      path: 'D:\\Programs\\Steam\\steamclient64.dll',
      isOnlyPlace: false,
    });
    expect(clientModulePlace('darwin', '/Users/ada')?.isOnlyPlace).toBe(false);
    expect(clientModulePlace('aix', '/home/ada')).toBeUndefined();
  });
});
