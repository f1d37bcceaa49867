import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import type { DecryptedTicket, TicketPart } from '../../app/tickets/reading/reading.ts';
import type { LibraryTicket, TicketLibrary } from '../../app/tickets/reading/ticket-library.ts';
import { decryptContent } from './decrypt-content.ts';
import { isUntouched } from './sealed-content.ts';
import { VALVE_PUBLIC_KEY } from './valve-key.ts';

const WRONG_KEY = 'Use the key of the app that the ticket was requested for.';

/** Checks signatures and decrypts by Node’s cryptography; `publicKey` is PEM. */
export function createTicketLibrary(publicKey: string): TicketLibrary {
  const key = createPublicKey(publicKey);
  return { read: (bytes) => read(bytes, key), decrypt };
}

export const ticketLibrary: TicketLibrary = createTicketLibrary(VALVE_PUBLIC_KEY);

function read(bytes: Uint8Array, publicKey: KeyObject): LibraryTicket | undefined {
  const reading = readTicket(bytes);
  if (!reading.ok || reading.value.ownership === undefined) return undefined;
  const part = (name: string): TicketPart | undefined =>
    reading.value.parts.find((each) => each.name === name);
  const signature = part('Signature');
  if (signature === undefined) return { hasSignature: false, isSignatureValid: false };
  // Only the ownership ticket is signed, not the token and the session header in front of it.
  const signed = bytes.subarray(part('Ownership ticket')?.at, signature.at);
  return {
    hasSignature: true,
    isSignatureValid: verify('sha1', signed, publicKey, bytes.subarray(signature.at)),
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
  const inside = plain && ownershipWithin(plain, userDataBytes);
  if (
    plain === undefined ||
    inside === undefined ||
    !isUntouched(plain, userDataBytes + inside.length, encrypted)
  ) {
    return fail('decrypt-failed', undefined, WRONG_KEY);
  }
  const reading = readTicket(inside);
  if (!reading.ok || reading.value.ownership === undefined) {
    return fail('decrypt-failed', 'The key fits, but there is no ownership ticket inside.');
  }
  return succeed({ userData: plain.slice(0, userDataBytes), ownership: reading.value.ownership });
}

/** The ownership ticket begins behind the user's data with its own length; undefined where that is not there. */
function ownershipWithin(plain: Uint8Array, at: number): Uint8Array | undefined {
  if (at + 4 > plain.length) return undefined;
  const length = new DataView(plain.buffer, plain.byteOffset, plain.length).getUint32(at, true);
  return plain.subarray(at, at + length);
}
