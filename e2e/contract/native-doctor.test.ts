import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckName, CheckStatus } from '../../app/doctor/report.ts';
import type { Failure } from '../../app/outcome.ts';
import { examineSteam } from '../../main/steam/examine-steam.ts';
import { createSteamHome, type SteamHome } from '../steam-client-double/steam-client-double.ts';
import { createNativeWorld, type NativeWorld } from './native-world.ts';
import { valueOf } from './world.ts';

let world: NativeWorld;

beforeAll(async () => {
  world = await createNativeWorld();
});

beforeEach(async () => {
  process.env['HOME'] = world.home.path;
  await world.reset();
});

afterAll(() => {
  world.end();
});

async function examine(more: { lastFailure?: Failure; isConnectedNatively?: boolean } = {}) {
  const report = await examineSteam({
    appId: 480,
    appIdSource: 'default',
    lastFailure: more.lastFailure,
    isConnectedNatively: more.isConnectedNatively ?? false,
    now: 1,
  });
  const checks = Object.fromEntries(report.checks.map((check) => [check.name, check]));
  return {
    text: JSON.stringify(report),
    found: (name: CheckName) => checks[name]?.found ?? '',
    status: (name: CheckName): CheckStatus | undefined => checks[name]?.status,
  };
}

describe('the init doctor over Valve’s own library', () => {
  it('finds everything in place, without connecting', async () => {
    const report = await examine();
    for (const name of ['platform', 'library', 'clientModule', 'steamRunning', 'appId'] as const) {
      expect([name, report.status(name)]).toEqual([name, 'passed']);
    }
    expect(report.status('valveMessage')).toBe('unknown');
    expect(await world.double.calls()).toEqual([]);
  });

  it('can be asked while a client is open, and disturbs nothing', async () => {
    const client = valueOf(await world.open(570));
    const report = await examine({ isConnectedNatively: true });
    expect(report.status('interfaceVersion')).toBe('passed');
    expect(valueOf(client.call('getPlayerSteamLevel', {}))).toBe(42);
    client.close();
  });

  it('names another app id in the environment', async () => {
    process.env['SteamAppId'] = '570';
    try {
      expect((await examine()).found('appId')).toContain('570');
    } finally {
      delete process.env['SteamAppId'];
    }
  });

  it('repeats what kept the last connect from working', async () => {
    await world.double.refuseInterface('SteamUser023');
    const outcome = await world.open(480);
    if (outcome.ok) throw new Error('Opening has to fail.');
    const report = await examine({ lastFailure: outcome.error });
    expect(report.status('interfaceVersion')).toBe('failed');
    expect(report.found('valveMessage')).toBe('No SteamUser023');
  });

  it('sees a Steam that does not run', async () => {
    rmSync(join(world.home.path, '.steam', 'steam.pid'));
    expect((await examine()).status('steamRunning')).toBe('failed');
    const client = valueOf(await world.open(480));
    expect((await examine({ isConnectedNatively: true })).status('steamRunning')).toBe('unknown');
    client.close();
  });

  describe('on a machine without Steam', () => {
    let home: SteamHome;

    beforeAll(() => {
      home = createSteamHome({ hasClient: false });
    });

    beforeEach(() => {
      process.env['HOME'] = home.path;
      rmSync(join(home.path, '.steam', 'sdk64'), { recursive: true, force: true });
    });

    afterAll(() => {
      home.remove();
    });

    it('misses the client, and does not name the user', async () => {
      const report = await examine();
      expect(report.status('clientModule')).toBe('failed');
      expect(report.found('clientModule')).toContain('~/.steam/sdk64/steamclient.so');
      expect(report.text).not.toContain(home.path);
    });

    it.each(['file', 'folder'])('tells a %s whose link leads nowhere', async (what) => {
      const folder = join(home.path, '.steam', 'sdk64');
      if (what === 'folder') symlinkSync('/gone/linux64', folder);
      else {
        mkdirSync(folder);
        symlinkSync('/gone/steamclient.so', join(folder, 'steamclient.so'));
      }
      expect((await examine()).found('clientModule')).toContain('/gone/');
    });
  });
});
