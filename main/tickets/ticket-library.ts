import { createRequire } from 'node:module';
import type * as SteamAppTicket from 'steam-appticket';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import type { DecryptedTicket } from '../../app/tickets/reading/reading.ts';
import type { LibraryTicket, TicketLibrary } from '../../app/tickets/reading/ticket-library.ts';
import { decryptContent } from './decrypt-content.ts';

type Library = typeof SteamAppTicket;

const require = createRequire(import.meta.url);
let loaded: Library | undefined;

/**
 * Loaded when the first ticket is looked at: the start of the bench does not wait for it.
 *
 * Required and not imported, so that it is not bundled: it reads Valve’s public key from a file beside its own.
 */
function library(): Library {
  loaded ??= require('steam-appticket') as Library;
  return loaded;
}

/**
 * Reads, checks and decrypts tickets with `steam-appticket`.
 *
 * It throws an exception outside of every call where a key does not fit: it decrypts with a stream that nobody listens to.
 * So nothing is given to it that was not decrypted here before.
 */
export const ticketLibrary: TicketLibrary = { read, decrypt };

function read(bytes: Uint8Array): LibraryTicket | undefined {
  const ticket = library().parseAppTicket(Buffer.from(bytes), true);
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
  // The library compares the checksum and the hash, and knows the versions of the ticket.
  if (
    plain === undefined ||
    library().parseEncryptedAppTicket(Buffer.from(bytes), Buffer.from(key)) === null
  ) {
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
