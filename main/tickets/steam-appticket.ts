import { parseAppTicket, parseEncryptedAppTicket } from 'steam-appticket';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import type { DecryptedTicket } from '../../app/tickets/reading/reading.ts';
import type { LibraryTicket, TicketLibrary } from '../../app/tickets/reading/ticket-library.ts';
import { decryptContent } from './decrypt-content.ts';

/**
 * Tickets as somebody else reads them, `steam-appticket`: for tests, to see that both read the same.
 *
 * It is not in the app. Where a key does not fit it throws outside of every call, by a stream that nobody listens to, so it is
 * given only what was decrypted before; and it reads its key from a file beside it, which a bundle does not have.
 */
export const steamAppTicket: TicketLibrary = { read, decrypt };

function read(bytes: Uint8Array): LibraryTicket | undefined {
  const ticket = parseAppTicket(Buffer.from(bytes), true);
  if (ticket === null) return undefined;
  return {
    ownership: {
      steamId: ticket.steamID.toString(),
      appId: ticket.appID,
      externalAddress: ticket.ownershipTicketExternalIP,
      internalAddress: ticket.ownershipTicketInternalIP,
      issuedAt: ticket.ownershipTicketGenerated.getTime(),
      expiresAt: ticket.ownershipTicketExpires.getTime(),
      licences: ticket.licenses,
      dlc: ticket.dlc.map(({ appID, licenses }) => ({ appId: appID, licences: licenses })),
    },
    hasSignature: ticket.signature !== undefined,
    isSignatureValid: ticket.hasValidSignature,
  };
}

function decrypt(bytes: Uint8Array, key: Uint8Array): Outcome<DecryptedTicket> {
  const frame = readTicket(bytes);
  if (!frame.ok) return fail('decrypt-failed', frame.error.message, frame.error.remedy);
  const { encrypted } = frame.value;
  if (encrypted === undefined) {
    return fail('decrypt-failed', 'This ticket is not encrypted.', 'Read it in the Decode part.');
  }
  const { contentAt, encryptedBytes, userDataBytes } = encrypted;
  const plain = decryptContent(bytes.subarray(contentAt, contentAt + encryptedBytes), key);
  // It compares the checksum and the hash, and knows the versions of the ticket.
  if (plain === undefined || parseEncryptedAppTicket(Buffer.from(bytes), Buffer.from(key)) === null) {
    return fail('decrypt-failed', undefined, 'Use the key of the app that the ticket was requested for.');
  }
  const inside = readTicket(ownershipWithin(plain, userDataBytes));
  if (!inside.ok || inside.value.ownership === undefined) {
    return fail('decrypt-failed', 'The key fits, but there is no ownership ticket inside.');
  }
  return succeed({ userData: plain.slice(0, userDataBytes), ownership: inside.value.ownership });
}

/** The ownership ticket begins behind the user's data with its own length. */
function ownershipWithin(plain: Uint8Array, at: number): Uint8Array {
  if (at + 4 > plain.length) return new Uint8Array(0);
  const length = new DataView(plain.buffer, plain.byteOffset, plain.length).getUint32(at, true);
  return plain.subarray(at, at + length);
}
