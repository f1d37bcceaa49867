import { fail, type Outcome } from '../outcome.ts';
import { ENCRYPTED_TICKET_KEY } from '../simulator/encrypted-ticket-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { TicketLibrary } from '../tickets/reading/ticket-library.ts';
import type { Decryption } from './encrypted-ticket.ts';
import type { KeyHolder } from './held-key.ts';

const noLibrary = fail(
  'decrypt-failed',
  'Nothing here can decrypt tickets.',
  'This build of the bench has no ticket library.',
);
const noKey = fail('no-key', 'There is no key to decrypt with.', 'Set the app’s key first.');

const wrongKey = fail(
  'decrypt-failed',
  'The ticket does not decrypt with this key.',
  'Usually the key belongs to another app, or the bytes are no encrypted ticket or were cut. Tickets of the simulator need the simulator’s published key, and real ones the app’s own.',
);

/** Opens a ticket with the key that is held. */
export type Decrypt = (
  ticket: { readonly bytes: Uint8Array; readonly isSimulated: boolean },
  source: Decryption['source'],
  at: number,
) => Outcome<Decryption>;

export function createDecrypt(library: TicketLibrary | undefined, key: KeyHolder): Decrypt {
  return ({ bytes, isSimulated }, source, at) => {
    const held = key.bytes();
    if (held === undefined) return noKey;
    if (library === undefined) return noLibrary;
    const opened = library.decrypt(bytes, held);
    // What the library says could quote the key.
    if (!opened.ok) return wrongKey;
    const { userData, ownership } = opened.value;
    return {
      ok: true,
      value: {
        at,
        source,
        userDataHex: toHex(userData),
        ownership,
        // Whatever opens with the published key was made by the simulator.
        isSimulated: isSimulated || toHex(held) === toHex(ENCRYPTED_TICKET_KEY),
      },
    };
  };
}
