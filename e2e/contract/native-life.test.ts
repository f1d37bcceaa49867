import { mkdirSync, realpathSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../app/outcome.ts';
import { openFlatLibrary } from '../../main/steam/flat-library.ts';
import { openSteam } from '../../main/steam/open-steam.ts';
import { createSteamHome, type SteamHome } from '../steam-client-double/steam-client-double.ts';
import { createNativeWorld, type NativeWorld } from './native-world.ts';
import { valueOf } from './world.ts';

let world: NativeWorld;

beforeAll(async () => {
  world = await createNativeWorld();
});

beforeEach(async () => {
  await world.reset();
});

afterAll(() => {
  world.end();
});

async function failureOf(appId: number): Promise<Failure> {
  const outcome = await openSteam(appId);
  if (outcome.ok) {
    outcome.value.close();
    throw new Error('Opening has to fail.');
  }
  return outcome.error;
}

const names = async (): Promise<readonly string[]> => (await world.double.calls()).map(({ name }) => name);

describe('ending and beginning again', () => {
  it('makes one connection and gives it back whole', async () => {
    const client = valueOf(await world.open(480));
    valueOf(client.call('getAuthSessionTicket', {}));
    client.close();
    const calls = await names();
    expect(calls.filter((name) => name === 'createSteamPipe')).toHaveLength(1);
    expect(calls.slice(-3)).toEqual(['releaseUser', 'releaseSteamPipe', 'shutdownIfAllPipesClosed']);
  });

  it('calls nothing native once it has closed', async () => {
    const client = valueOf(await world.open(480));
    client.close();
    await world.double.clearCalls();
    client.close();
    client.call('getSteamID', {});
    client.call('getAuthSessionTicket', { remote: { steamId: '1' } });
    client.drain(10);
    client.details();
    expect(await names()).toEqual([]);
  });

  it('tells Steam the app that was asked for, and forgets it afterwards', async () => {
    const before = [process.env['SteamAppId'], process.env['SteamGameId']];
    for (const appId of [480, 570]) {
      const client = valueOf(await world.open(appId));
      expect([process.env['SteamAppId'], process.env['SteamGameId']]).toEqual([String(appId), String(appId)]);
      client.close();
      expect([process.env['SteamAppId'], process.env['SteamGameId']]).toEqual(before);
    }
  });

  it('keeps a second client out while one is open', async () => {
    const client = valueOf(await world.open(480));
    expect((await failureOf(570)).code).toBe('busy');
    expect(valueOf(client.call('getPlayerSteamLevel', {}))).toBe(42);
    client.close();
  });

  it('gives the details of the new account after another one has logged in', async () => {
    valueOf(await world.open(480)).close();
    await world.double.setValue('getPersonaName', 'Somebody else');
    await world.double.setValue('getSteamID', '76561202255187977');
    const client = valueOf(await world.open(480));
    expect(client.details().personaName).toBe('Somebody else');
    expect(valueOf(client.call('getSteamID', {}))).toBe('76561202255187977');
    client.close();
  });

  it('connects again after Steam died and came back', async () => {
    const client = valueOf(await world.open(480));
    await world.double.die('pipe');
    client.close();
    expect((await failureOf(480)).code).toBe('client-not-running');
    await world.double.revive();
    const next = valueOf(await world.open(480));
    expect(valueOf(next.call('loggedOn', {}))).toBe(true);
    next.close();
  });
});

describe('what keeps it from connecting is told with a code and a remedy', () => {
  it.each([
    ['SteamUser023', 'client-too-old'],
    ['SteamUtils010', 'client-too-old'],
    ['SteamClient021', 'client-too-old'],
    // The addon's own init would be killed by this one.
    ['STEAMUSERSTATS_INTERFACE_VERSION012', 'client-too-old'],
  ])('a client without %s', async (version, code) => {
    await world.double.refuseInterface(version);
    const failure = await failureOf(480);
    expect(failure).toMatchObject({ code, remedy: expect.any(String) as string });
    expect(failure.message).toContain(version);
    await world.double.acceptInterface(version);
    valueOf(await world.open(480)).close();
  });

  it('a client without what is beside ISteamUser is a client', async () => {
    await world.double.refuseInterface('SteamFriends017');
    await world.double.refuseInterface('STEAMAPPS_INTERFACE_VERSION008');
    const client = valueOf(await world.open(480));
    expect(client.details()).toMatchObject({ country: 'US', personaName: undefined });
    expect(valueOf(client.call('startVoiceRecording', {}))).toBeNull();
    client.close();
  });

  it('nobody logged in', async () => {
    await world.double.setValue('connectToGlobalUser', 0);
    const failure = await failureOf(480);
    expect(failure).toMatchObject({ code: 'init-failed', message: 'ConnectToGlobalUser failed.' });
    expect(failure.remedy).toContain('Log in');
  });

  it('no pipe', async () => {
    await world.double.setValue('createSteamPipe', 0);
    expect(await failureOf(480)).toMatchObject({
      code: 'client-not-running',
      remedy: expect.any(String) as string,
    });
  });

  it('no app id', async () => {
    await world.double.setValue('getAppID', 0);
    expect(await failureOf(480)).toMatchObject({ code: 'init-failed', remedy: expect.any(String) as string });
  });

  it('a library that lacks a function: it is named', async () => {
    const outcome = await openFlatLibrary(realpathSync(join(world.home.path, '.steam/sdk64/steamclient.so')));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'library-unloadable' } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(/does not export SteamAPI_\w+/);
  });

  it('a library that is not there', async () => {
    const outcome = await openFlatLibrary(join(world.home.path, 'nowhere.so'));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'library-missing' } });
  });

  describe('on another machine', () => {
    let home: SteamHome;
    let place: string;

    beforeAll(() => {
      home = createSteamHome({ hasClient: false });
      place = join(home.path, '.steam', 'sdk64', 'steamclient.so');
      mkdirSync(join(home.path, '.steam', 'sdk64'), { recursive: true });
    });

    beforeEach(() => {
      process.env['HOME'] = home.path;
      rmSync(place, { force: true });
    });

    afterAll(() => {
      process.env['HOME'] = world.home.path;
      home.remove();
    });

    it('without a Steam client: the place is named, the home folder is not', async () => {
      const failure = await failureOf(480);
      expect(failure).toMatchObject({ code: 'client-missing', remedy: expect.any(String) as string });
      expect(failure.message).toContain('~/.steam/sdk64/steamclient.so');
      expect(failure.message).not.toContain(home.path);
    });

    it('with a link that leads nowhere', async () => {
      symlinkSync(join(home.path, 'gone.so'), place);
      expect((await failureOf(480)).code).toBe('client-missing');
      unlinkSync(place);
    });

    it('with a file that is no library', async () => {
      writeFileSync(place, 'not a library');
      expect((await failureOf(480)).code).toBe('library-unloadable');
    });

    it('and once there is one, it connects', async () => {
      process.env['HOME'] = world.home.path;
      valueOf(await openSteam(480)).close();
    });
  });
});
