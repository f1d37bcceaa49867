import { describe, expect, it } from 'vitest';
import { initFailure, type InitCircumstances } from './init-failure.ts';

const failureOf = (message: string, more: Partial<InitCircumstances> = {}) =>
  initFailure({ result: 1, message, isClientInstalled: true, ...more }).error;

describe('Valve’s words', () => {
  it.each([
    ['No SteamUser023', 'client-too-old'],
    ['No STEAMUSERSTATS_INTERFACE_VERSION012', 'client-too-old'],
    ['Cannot create IPC pipe to Steam client process.  Steam is probably not running.', 'client-not-running'],
    ['Could not determine Steam client install directory.', 'client-missing'],
    ['ConnectToGlobalUser failed.', 'init-failed'],
    ['No appID found.  Either launch the game from Steam, or put the file steam_appid.txt …', 'init-failed'],
    ['Something that nobody has seen yet', 'init-failed'],
  ])('“%s” are %s', (message, code) => {
    expect(failureOf(message)).toMatchObject({ code, message });
    expect(failureOf(message).remedy).toBeTruthy();
  });

  it('stand for what the result says where they are new', () => {
    expect(failureOf('?', { result: 2 }).code).toBe('client-not-running');
    expect(failureOf('?', { result: 3 }).code).toBe('client-too-old');
  });

  it('may be missing', () => {
    expect(failureOf('', { result: 1 }).message).toBe('SteamAPI_InitFlat answered 1.');
  });
});

describe('a module that cannot be loaded', () => {
  const message = "Failed to load module '/home/ada/.steam/sdk64/steamclient.so'";

  it('is missing or broken, by whether it is there', () => {
    expect(failureOf(message, { isClientInstalled: false }).code).toBe('client-missing');
    expect(failureOf(message, { isClientInstalled: undefined }).code).toBe('client-missing');
    expect(failureOf(message, { isClientInstalled: true }).code).toBe('library-unloadable');
  });

  it('is named without the home folder', () => {
    const failure = failureOf(message, { home: '/home/ada' });
    expect(failure.message).toBe("Failed to load module '~/.steam/sdk64/steamclient.so'");
  });
});
