import { fail, succeed } from '../../app/outcome.ts';
import type { KeyStore } from '../../app/web-api/key-store.ts';

export function openKeyStore(_path: string): KeyStore {
  return {
    whyUnavailable: () => 'Not built yet.',
    read: () => undefined,
    write: () => fail('key-store-unavailable'),
    forget: () => succeed(null),
  };
}
