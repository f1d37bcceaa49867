import { describe, expect, it } from 'vitest';
import { ticketCipher } from '../../../main/simulator/cipher.ts';
import { valueOf } from '../../simulator/story.ts';
import { writeOwnership } from '../../simulator/ticket-bytes.ts';
import { readTicket } from './read-ticket.ts';
import type { OwnershipTicket } from './reading.ts';
import { someEncryptedTicket, someOwner, someSessionTicket, STEAM_ID } from './some-tickets.ts';
import type { LibraryTicket, TicketLibrary } from './ticket-library.ts';
import { fail } from '../../outcome.ts';

const session = someSessionTicket();
const ownership = session.subarray(56, -128);

/** A copy with other bytes from there on. */
function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

function errorOf(bytes: Uint8Array): string {
  const outcome = readTicket(bytes);
  if (outcome.ok) throw new Error('It was read.');
  expect(outcome.error.code).toBe('ticket-broken');
  expect(outcome.error.remedy).toBeDefined();
  return outcome.error.message;
}

const read: OwnershipTicket = {
  version: 4,
  steamId: STEAM_ID,
  appId: 480,
  externalAddress: '203.0.113.1',
  internalAddress: '192.168.1.20',
  flags: 0,
  issuedAt: someOwner.issuedAt,
  expiresAt: someOwner.issuedAt + 21 * 24 * 3_600_000,
  licences: [480],
  dlc: [
    { appId: 7777, licences: [7777] },
    { appId: 8888, licences: [8888] },
  ],
};

describe('a ticket', () => {
  it('of a session says whose it is, for which app, until when, and that it is simulated', () => {
    expect(valueOf(readTicket(session))).toEqual({
      kind: 'session',
      sizeBytes: session.length,
      isSimulated: true,
      token: { value: '12345678901234567890', steamId: STEAM_ID, issuedAt: someOwner.issuedAt },
      session: { externalAddress: '203.0.113.1', connectedForMs: 90_000, count: 3 },
      ownership: read,
      signature: 'simulated',
      parts: [
        { name: 'Token', at: 0, lengthBytes: 24 },
        { name: 'Session header', at: 24, lengthBytes: 28 },
        { name: 'Section length', at: 52, lengthBytes: 4 },
        { name: 'Ownership ticket', at: 56, lengthBytes: 40 },
        { name: 'Licences', at: 96, lengthBytes: 6 },
        { name: 'DLC', at: 102, lengthBytes: 22 },
        { name: 'Reserved', at: 124, lengthBytes: 2 },
        { name: 'Signature', at: 126, lengthBytes: 128 },
      ],
    });
  });

  it('of ownership is read with and without a signature', () => {
    const alone = valueOf(readTicket(ownership));
    expect(alone).toMatchObject({
      kind: 'ownership',
      signature: 'none',
      isSimulated: false,
      ownership: read,
    });
    expect(alone.token).toBeUndefined();
    expect(valueOf(readTicket(session.subarray(56)))).toMatchObject({
      kind: 'ownership',
      signature: 'simulated',
      isSimulated: true,
    });
    const without = changed(session.subarray(0, -128), 52, ownership.length);
    expect(valueOf(readTicket(without))).toMatchObject({ kind: 'session', signature: 'none' });
  });

  it('with another signature is not checked without a library', () => {
    expect(valueOf(readTicket(changed(session, session.length - 1, 0)))).toMatchObject({
      signature: 'notChecked',
      isSimulated: false,
    });
  });

  it('that is encrypted shows its frame', () => {
    const bytes = someEncryptedTicket(ticketCipher, new TextEncoder().encode('mine'));
    const { parts, ...reading } = valueOf(readTicket(bytes));
    expect(reading).toMatchObject({
      kind: 'encrypted',
      isSimulated: false,
      signature: 'none',
      encrypted: { version: 1, userDataBytes: 4, ownershipBytes: ownership.length },
    });
    expect(parts.map(({ name }) => name)).toEqual([
      'Version',
      'Checksum',
      'Length of the user data',
      'Length of the ownership ticket',
      'Encrypted bytes',
    ]);
  });

  it('of an account without a licence has none in it', () => {
    const bytes = writeOwnership({ ...someOwner, isLicensed: false, dlc: [] });
    expect(valueOf(readTicket(bytes)).ownership).toMatchObject({ licences: [], dlc: [] });
  });
});

const encrypted = someEncryptedTicket(ticketCipher, new Uint8Array(4));
const contentTagAt = encrypted.indexOf(0x2a, 12);

describe('a broken ticket names the byte and the reason', () => {
  it.each<readonly [words: string, bytes: Uint8Array, message: string]>([
    ['nothing', new Uint8Array(0), 'Byte 0: there is nothing to read.'],
    ['too much', new Uint8Array(65_537), 'Byte 65536: no ticket is longer than 64 KiB.'],
    [
      'other bytes',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      'Byte 0: no ticket begins with the number 3774863615.',
    ],
    ['a cut token', session.subarray(0, 10), 'Byte 4: the token takes 8 bytes, only 6 left.'],
    [
      'a cut after the token',
      session.subarray(0, 24),
      'Byte 24: the length of the session header takes 4 bytes, none left.',
    ],
    [
      'another session header',
      changed(session, 24, 23),
      'Byte 24: the session header says it is 23 bytes long; it always has 24.',
    ],
    [
      'a cut at the end',
      session.subarray(0, -1),
      'Byte 52: ownership ticket and signature are said to be 198 bytes long, 197 follow.',
    ],
    [
      'one byte more',
      Uint8Array.of(...session, 0),
      'Byte 52: ownership ticket and signature are said to be 198 bytes long, 199 follow.',
    ],
    [
      'an ownership ticket too long',
      changed(session, 56, 0xff, 1),
      'Byte 56: the ownership ticket says it is 511 bytes long, only 198 are left.',
    ],
    [
      'an ownership ticket too short',
      changed(session, 56, 45),
      'Byte 56: the ownership ticket says it is 45 bytes long; the shortest has 46.',
    ],
    [
      'half a signature',
      ownershipWith(64),
      'Byte 70: 64 bytes behind the end of the ownership ticket; a signature has 128.',
    ],
    [
      'too many licences',
      changed(ownership, 40, 200),
      'Byte 40: 200 licences are announced, there is room for 7 in the ownership ticket.',
    ],
    [
      'too few licences',
      changed(ownership, 40, 0),
      'Byte 42: 480 DLC are announced, there is room for 4 in the ownership ticket.',
    ],
    [
      'too many DLC',
      changed(ownership, 46, 9),
      'Byte 46: 9 DLC are announced, there is room for 3 in the ownership ticket.',
    ],
    [
      'too few DLC',
      changed(ownership, 46, 1),
      'Byte 60: 10 bytes of the ownership ticket are left over at its end.',
    ],
    [
      'too many DLC licences',
      changed(ownership, 52, 5),
      'Byte 52: 5 DLC licences are announced, there is room for 4 in the ownership ticket.',
    ],
    [
      'an unknown field',
      changed(encrypted, 2, 0x30),
      'Byte 2: no field of an encrypted ticket begins like this.',
    ],
    [
      'a field twice',
      changed(encrypted, contentTagAt - 2, 0x18),
      'Byte 10: the length of the user data is there a second time.',
    ],
    [
      'a cut content',
      encrypted.subarray(0, -16),
      `Byte ${contentTagAt}: the encrypted content says it is 128 bytes long, only 112 left.`,
    ],
    [
      'no content',
      encrypted.subarray(0, contentTagAt),
      `Byte ${contentTagAt}: the bytes end without the encrypted content.`,
    ],
  ])('%s', (_words, bytes, message) => {
    expect(errorOf(bytes)).toBe(message);
  });
});

function ownershipWith(behind: number): Uint8Array {
  return Uint8Array.of(...ownership, ...new Uint8Array(behind));
}

describe('a library', () => {
  const same: LibraryTicket = { ownership: read, hasSignature: true, isSignatureValid: false };
  const library = (answer: LibraryTicket | undefined): TicketLibrary => ({
    read: () => answer,
    decrypt: () => fail('decrypt-failed'),
  });
  const unknown = changed(session, session.length - 1, 0);

  it('says whether Valve signed the ticket, but a simulated one says so itself', () => {
    expect(readTicket(unknown, library(same))).toMatchObject({ value: { signature: 'invalid' } });
    expect(readTicket(unknown, library({ ...same, isSignatureValid: true }))).toMatchObject({
      value: { signature: 'valid' },
    });
    expect(readTicket(session, library(same))).toMatchObject({ value: { signature: 'simulated' } });
  });

  it.each<readonly [what: string, answer: LibraryTicket | undefined, message: string]>([
    ['nothing', undefined, 'Byte 56: the library does not read this ticket.'],
    [
      'another owner',
      { ...same, ownership: { ...read, steamId: '1' } },
      'Byte 64: the library reads the Steam id in another way.',
    ],
    [
      'another expiry',
      { ...same, ownership: { ...read, expiresAt: 0 } },
      'Byte 92: the library reads the time of expiry in another way.',
    ],
    [
      'other DLC',
      { ...same, ownership: { ...read, dlc: [] } },
      'Byte 56: the library reads the licences, DLC or signature in another way.',
    ],
  ])('that reads %s is believed no more than the bench', (_what, answer, message) => {
    expect(readTicket(session, library(answer))).toMatchObject({ ok: false, error: { message } });
  });
});
