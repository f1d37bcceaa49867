import { createWriter, joinBytes } from './byte-writer.ts';
import type { TicketCipher } from './cipher.ts';
import { crc32 } from '../steam/crc32.ts';
import type { Random } from './random.ts';

/**
 * The key of every simulated app, where a real one has a secret of its own.
 *
 * Published: whoever gets an encrypted ticket of the simulator is to read it, and to see that anybody can. 32 bytes.
 */
export const ENCRYPTED_TICKET_KEY = new TextEncoder().encode('SIMULATED KEY, KNOWN TO EVERYONE');

const TICKET_VERSION = 1;

export interface EncryptedTicketContent {
  readonly userData: Uint8Array;
  /** Without a signature. */
  readonly ownership: Uint8Array;
  /** 16 bytes and 8 bytes that make each ticket different. */
  readonly iv: Uint8Array;
  readonly salt: Uint8Array;
}

/**
 * An encrypted app ticket: Valve's protobuf message around the user's data and an ownership ticket.
 *
 * What is encrypted: user data, ownership ticket, 8 bytes of salt, SHA-1 of all that, four bytes of no known meaning. How:
 * AES-256-CBC, with the initialisation vector in front, itself encrypted as one block.
 */
export function writeEncryptedTicket(
  content: EncryptedTicketContent,
  cipher: TicketCipher,
): Uint8Array<ArrayBuffer> {
  const { userData, ownership, iv, salt } = content;
  const hash = cipher.sha1(joinBytes(userData, ownership, salt));
  const plain = joinBytes(userData, ownership, salt, hash, new Uint8Array(4));
  const encrypted = joinBytes(
    cipher.encryptBlock(ENCRYPTED_TICKET_KEY, iv),
    cipher.encryptCbc(ENCRYPTED_TICKET_KEY, iv, plain),
  );
  return joinBytes(
    numberField(1, TICKET_VERSION),
    numberField(2, crc32(plain)),
    numberField(3, userData.length),
    numberField(4, ownership.length),
    bytesField(5, encrypted),
  );
}

/** Random bytes. */
export function drawBytes(length: 8 | 16, random: Random): Uint8Array<ArrayBuffer> {
  const writer = createWriter(length);
  for (let at = 0; at < length; at += 4) writer.uint32(random.uint32());
  return writer.bytes;
}

function numberField(number: number, value: number): Uint8Array {
  return joinBytes(Uint8Array.of(number << 3), varint(value));
}

function bytesField(number: number, value: Uint8Array): Uint8Array {
  return joinBytes(Uint8Array.of((number << 3) | 2), varint(value.length), value);
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.of(...bytes, rest);
}
