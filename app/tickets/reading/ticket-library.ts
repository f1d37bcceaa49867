import type { Outcome } from '../../outcome.ts';
import type { DecryptedTicket, OwnershipTicket } from './reading.ts';

/** What the library says of a session ticket or an ownership ticket that it could read. */
export interface LibraryTicket {
  /** It has to be what the bench reads. */
  readonly ownership: Omit<OwnershipTicket, 'version' | 'flags'>;
  readonly hasSignature: boolean;
  readonly isSignatureValid: boolean;
}

/** The port to a library that knows Valve’s public key and how tickets are encrypted. Its methods never throw. */
export interface TicketLibrary {
  /** Undefined where the library does not take the bytes for a ticket. */
  read(bytes: Uint8Array): LibraryTicket | undefined;
  /** `decrypt-failed` where the key is another one or the bytes are broken. The key has 32 bytes. */
  decrypt(bytes: Uint8Array, key: Uint8Array): Outcome<DecryptedTicket>;
}
