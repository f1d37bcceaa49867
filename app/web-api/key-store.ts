import type { Outcome } from '../outcome.ts';

/** Where a publisher key can be kept encrypted by the system. */
export interface KeyStore {
  /** Undefined where it can; else why not. */
  whyUnavailable(): string | undefined;
  /** The key that was kept; undefined where none was, or where it cannot be read any more. */
  read(): string | undefined;
  write(key: string): Outcome<null>;
  forget(): Outcome<null>;
}
