import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFlags } from './flags.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-flags-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const read = (argv: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  readFlags(['electron', '.', ...argv], environment, folder);

const appIdFile = (content: string): void => writeFileSync(join(folder, 'steam_appid.txt'), content);

describe('the command line', () => {
  it('may be silent: Steam where it answers, Spacewar', () => {
    expect(read([])).toEqual({
      ok: true,
      value: { client: undefined, appId: 480, appIdSource: 'default', seed: 1 },
    });
  });

  it('names client, app and seed', () => {
    expect(read(['--client=simulated', '--app-id=570', '--seed=9'])).toEqual({
      ok: true,
      value: { client: 'simulated', appId: 570, appIdSource: 'command line', seed: 9 },
    });
    expect(read(['--client=steam', '--seed=4294967295', '--app-id=0'])).toMatchObject({
      value: { client: 'steam', seed: 4294967295, appId: 0 },
    });
  });

  it('takes a value behind an equals sign or as the next word', () => {
    expect(read(['--client', 'simulated', '--app-id', '570'])).toMatchObject({
      value: { client: 'simulated', appId: 570 },
    });
    expect(read(['--client'])).toMatchObject({ ok: false });
  });

  it.each(['--appid=5', '--app_id=5', '--Client=steam', '-client=steam'])(
    'does not let %s pass as nothing',
    (flag) => {
      expect(read([flag])).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining(flag) as unknown },
      });
    },
  );

  it('is taken by its last word, and others’ flags are let be', () => {
    expect(read(['--client=steam', '--no-sandbox', '--client=simulated', '--inspect=0'])).toMatchObject({
      ok: true,
      value: { client: 'simulated' },
    });
  });

  it.each([
    ['--client=', /--client=: .*steam or simulated/],
    ['--client=Steam', /--client=Steam/],
    ['--client=other', /steam or simulated/],
    ['--app-id=', /--app-id=/],
    ['--app-id=abc', /--app-id=abc: .*number/],
    ['--app-id=-1', /number/],
    ['--app-id=1.5', /number/],
    ['--app-id=4294967296', /4294967295/],
    ['--app-id=0x1e0', /number/],
    ['--seed=', /--seed/],
    ['--seed=many', /--seed/],
    ['--seed=4294967296', /--seed/],
  ])('is refused with a reason: %s', (flag, reason) => {
    const flags = read([flag]);
    expect(flags).toMatchObject({ ok: false, error: { code: 'bad-payload' } });
    expect(flags.ok ? '' : flags.error.message).toMatch(reason);
  });
});

describe('the app id', () => {
  it('comes from the command line before the environment, and from there before the file', () => {
    appIdFile('30');
    const environment = { SteamAppId: '20' };
    expect(read(['--app-id=10'], environment)).toMatchObject({
      value: { appId: 10, appIdSource: 'command line' },
    });
    expect(read([], environment)).toMatchObject({
      value: { appId: 20, appIdSource: 'SteamAppId environment variable' },
    });
    expect(read([])).toMatchObject({ value: { appId: 30, appIdSource: 'steam_appid.txt' } });
  });

  it.each(['480\n', '  480  ', '480\r\n', '\ufeff480'])(
    'is read from a file however it was saved: %j',
    (content) => {
      appIdFile(content);
      expect(read([])).toMatchObject({ value: { appId: 480, appIdSource: 'steam_appid.txt' } });
    },
  );

  it.each(['', '0', 'abc', '-5', '99999999999'])('falls through where it is no app: %j', (text) => {
    appIdFile(text);
    expect(read([], { SteamAppId: text })).toMatchObject({ value: { appId: 480, appIdSource: 'default' } });
  });
});
