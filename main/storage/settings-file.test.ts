import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../app/settings/settings.ts';
import { openSettingsFile } from './settings-file.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-settings-'));
  path = join(folder, 'settings.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the settings file', () => {
  it('is not there at first: the defaults hold, and reading writes nothing', () => {
    expect(openSettingsFile(path).get()).toEqual(defaultSettings);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a change for the next run', () => {
    const settings = openSettingsFile(path);
    expect(settings.set({ theme: 'dark' })).toEqual({
      ok: true,
      value: { ...defaultSettings, theme: 'dark' },
    });
    settings.set({ badgeSeries: 9, window: { width: 900, height: 600 } });
    const expected = {
      ...defaultSettings,
      theme: 'dark',
      badgeSeries: 9,
      window: { width: 900, height: 600 },
    };
    expect(settings.get()).toEqual(expected);
    expect(openSettingsFile(path).get()).toEqual(expected);
  });

  it('is one whole file: nothing else is left beside it', () => {
    const settings = openSettingsFile(path);
    settings.set({ theme: 'dark' });
    settings.set({ theme: 'light' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...defaultSettings, theme: 'light' });
  });

  it('is made with its folder', () => {
    const deep = join(folder, 'not', 'yet', 'settings.json');
    expect(openSettingsFile(deep).set({ theme: 'dark' }).ok).toBe(true);
    expect(openSettingsFile(deep).get().theme).toBe('dark');
  });

  it.each(['', '{', '{"theme": "da', 'null', '[]', '"dark"', '\0\0\0\0'])(
    'that is damaged gives the defaults, and can be written again: %j',
    (content) => {
      writeFileSync(path, content);
      const settings = openSettingsFile(path);
      expect(settings.get()).toEqual(defaultSettings);
      expect(settings.set({ theme: 'dark' }).ok).toBe(true);
      expect(openSettingsFile(path).get().theme).toBe('dark');
    },
  );

  it('with one bad value loses that value alone', () => {
    writeFileSync(path, JSON.stringify({ theme: 'purple', badgeSeries: 9 }));
    expect(openSettingsFile(path).get()).toEqual({ ...defaultSettings, badgeSeries: 9 });
  });

  it('is not changed by a key without a value', () => {
    const settings = openSettingsFile(path);
    settings.set({ theme: 'dark' });
    settings.set({ theme: undefined, badgeSeries: 9 });
    expect(settings.get()).toEqual({ ...defaultSettings, theme: 'dark', badgeSeries: 9 });
  });

  it('that cannot be written is a failure, but what was set holds', () => {
    // A folder stands where a file would have to be: nobody can write there, whoever runs the test.
    writeFileSync(join(folder, 'file'), '');
    const settings = openSettingsFile(join(folder, 'file', 'settings.json'));
    expect(settings.set({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(settings.get().theme).toBe('dark');
  });

  it('that cannot be swapped in leaves the old one alone', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'kept'), 'as it was');
    expect(openSettingsFile(path).set({ theme: 'dark' })).toMatchObject({
      error: { code: 'storage-failed' },
    });
    expect(readFileSync(join(path, 'kept'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
