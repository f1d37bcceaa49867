import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { fail, succeed } from '../../app/outcome.ts';
import type { KeyStore } from '../../app/web-api/key-store.ts';

/** What is used of Electron's safeStorage. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

const NO_STORE = 'This system gives the bench no key store to encrypt with.';

/** Without a keyring Chromium encrypts with a password that is in its source: that would only look safe. */
const NO_KEYRING =
  'No keyring runs in this desktop session: what is stored would be encrypted with a password that everybody knows.';

/** A publisher key in a file of its user's alone, encrypted by the system's key store. */
export function openKeyStore(path: string, safe: SafeStorage = safeStorage): KeyStore {
  const whyUnavailable = (): string | undefined => {
    try {
      if (process.platform === 'linux' && safe.getSelectedStorageBackend?.() === 'basic_text')
        return NO_KEYRING;
      return safe.isEncryptionAvailable() ? undefined : NO_STORE;
    } catch {
      return NO_STORE;
    }
  };

  return {
    whyUnavailable,
    read() {
      try {
        const encrypted = readFileSync(path);
        return whyUnavailable() === undefined ? safe.decryptString(encrypted) : undefined;
      } catch {
        // Not there, or of another user or key store: either way there is no key to be had.
        return undefined;
      }
    },
    write(key) {
      const why = whyUnavailable();
      if (why !== undefined) return fail('key-store-unavailable', why, 'Use the key without keeping it.');
      const temporary = `${path}.${process.pid}.new`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        rmSync(temporary, { force: true });
        writeFileSync(temporary, safe.encryptString(key), { mode: 0o600, flag: 'wx' });
        chmodSync(temporary, 0o600);
        renameSync(temporary, path);
        return succeed(null);
      } catch (error) {
        discard(temporary);
        return fail(
          'storage-failed',
          `The key could not be kept${codeText(error)}.`,
          'Use it without keeping it.',
        );
      }
    },
    forget() {
      try {
        rmSync(path, { force: true });
        return succeed(null);
      } catch (error) {
        return fail('storage-failed', `The file with the key could not be removed${codeText(error)}.`);
      }
    },
  };
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // That the key was not kept is told; what is left of the try is encrypted.
  }
}

/** The code alone: what encrypts might say what it was given. */
function codeText(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
