import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeyStore, type SafeStorage } from './key-store.ts';

vi.mock('electron', () => ({ safeStorage: undefined }));

const KEY = '0123456789ABCDEF0123456789ABCDEF';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-key-'));
  path = join(folder, 'web-api-key');
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

/** Turns every byte around: enough to see that what is stored is not what was given. */
function reversible(change: Partial<SafeStorage> = {}): SafeStorage {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isEncryptionAvailable: () => true,
    encryptString: (plain) => turn(Buffer.from(plain)),
    decryptString: (encrypted) => turn(encrypted).toString(),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...change,
  };
}

const on = (platform: string) => vi.stubGlobal('process', { ...process, platform, pid: 1 });

describe('the key store', () => {
  it('holds nothing at first, and looking writes nothing', () => {
    expect(openKeyStore(path, reversible()).read()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a key for the next run, encrypted and for its user alone', () => {
    expect(openKeyStore(path, reversible()).write(KEY).ok).toBe(true);
    expect(openKeyStore(path, reversible()).read()).toBe(KEY);
    expect(readFileSync(path).includes(KEY)).toBe(false);
    expect(readdirSync(folder)).toEqual(['web-api-key']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('replaces one key by another, and forgets it with its file', () => {
    const store = openKeyStore(path, reversible());
    store.write(KEY);
    store.write('another-key');
    expect(store.read()).toBe('another-key');
    expect(store.forget()).toEqual({ ok: true, value: null });
    expect(store.read()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect(store.forget().ok).toBe(true);
  });

  it.each(['darwin', 'win32', 'linux'])('refuses where %s encrypts nothing, and says why', (platform) => {
    on(platform);
    const store = openKeyStore(path, reversible({ isEncryptionAvailable: () => false }));
    expect(store.whyUnavailable()).toMatch(/no key store/);
    expect(store.write(KEY)).toMatchObject({ error: { code: 'key-store-unavailable' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a Linux without a keyring: its encryption would be for show', () => {
    on('linux');
    const store = openKeyStore(path, reversible({ getSelectedStorageBackend: () => 'basic_text' }));
    expect(store.whyUnavailable()).toMatch(/No keyring/);
    expect(store.write(KEY)).toMatchObject({ error: { code: 'key-store-unavailable' } });
    writeFileSync(path, 'from another session');
    expect(store.read()).toBeUndefined();
  });

  it('has no key where the file cannot be decrypted, or the store itself fails', () => {
    writeFileSync(path, 'something else');
    const throws = (): never => {
      throw new Error(`Cannot decrypt ${KEY}`);
    };
    expect(openKeyStore(path, reversible({ decryptString: throws })).read()).toBeUndefined();
    expect(openKeyStore(path, reversible({ isEncryptionAvailable: throws })).whyUnavailable()).toMatch(
      /no key store/,
    );
    const failed = openKeyStore(path, reversible({ encryptString: throws })).write('new');
    expect(failed).toMatchObject({ error: { code: 'storage-failed' } });
    expect(JSON.stringify(failed)).not.toContain(KEY);
  });

  it('says where it cannot write or remove, and leaves what is there', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'kept'), 'as it was');
    const store = openKeyStore(path, reversible());
    expect(store.write(KEY)).toMatchObject({ error: { code: 'storage-failed' } });
    expect(store.forget()).toMatchObject({ error: { code: 'storage-failed' } });
    expect(readdirSync(folder)).toEqual(['web-api-key']);
  });
});
