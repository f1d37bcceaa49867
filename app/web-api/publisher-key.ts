import { fail, succeed, type Outcome } from '../outcome.ts';
import type { KeyStore } from './key-store.ts';
import type { WebApiState } from './web-api.ts';

/**
 * Letters, digits and what else needs no writing differently in an address: nothing that a server could echo in another form
 * than the one that is masked. Valve's are 32 hex digits; those of a stand-in may be others.
 */
const WELL_FORMED = /^[\w.~-]{8,200}$/;

const refused = fail(
  'key-refused',
  'That is not a key of the web API.',
  'Valve’s have 32 hex digits. At least 8 characters, with neither spaces nor signs.',
);

/** The publisher key, in memory or from the system's key store. */
export interface PublisherKey {
  /** Undefined where there is none. */
  read(): string | undefined;
  set(text: string, isKept: boolean): Outcome<null>;
  forget(): Outcome<null>;
  about(): Pick<WebApiState, 'key' | 'canStoreKey' | 'whyNotStored'>;
}

/** The store is asked at the first look, not before: the system may ask its user in turn. */
export function createPublisherKey(store: KeyStore): PublisherKey {
  let key: string | undefined;
  let place: WebApiState['key'] = 'none';
  let hasLooked = false;
  let why: string | undefined;

  const look = (): void => {
    if (hasLooked) return;
    hasLooked = true;
    why = store.whyUnavailable();
    const stored = store.read();
    if (stored === undefined || !WELL_FORMED.test(stored)) return;
    key = stored;
    place = 'stored';
  };

  return {
    read() {
      look();
      return key;
    },
    set(text, isKept) {
      look();
      const trimmed = text.trim();
      if (!WELL_FORMED.test(trimmed)) return refused;
      // A key that was stored before would come back at the next start.
      const kept = isKept ? store.write(trimmed) : place === 'stored' ? store.forget() : succeed(null);
      if (!kept.ok) return kept;
      key = trimmed;
      place = isKept ? 'stored' : 'memory';
      return succeed(null);
    },
    forget() {
      look();
      key = undefined;
      const wasStored = place === 'stored';
      place = 'none';
      return wasStored ? store.forget() : succeed(null);
    },
    about() {
      look();
      return {
        key: place,
        canStoreKey: why === undefined,
        ...(why !== undefined && { whyNotStored: why }),
      };
    },
  };
}
