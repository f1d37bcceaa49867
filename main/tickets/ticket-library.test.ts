import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../app/simulator/story.ts';
import { ENCRYPTED_TICKET_KEY, writeEncryptedTicket } from '../../app/simulator/encrypted-ticket-bytes.ts';
import { writeOwnership } from '../../app/simulator/ticket-bytes.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import { someEncryptedTicket, someOwner, someSessionTicket } from '../../app/tickets/reading/some-tickets.ts';
import { ticketCipher } from '../simulator/cipher.ts';
import { ticketLibrary as library } from './ticket-library.ts';

/** What is thrown outside of every call takes the app down: the library does that where it is not kept from it. */
const thrownOutside: unknown[] = [];
const note = (error: unknown): void => void thrownOutside.push(error);

beforeEach(() => void process.on('uncaughtException', note));
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off('uncaughtException', note);
  expect(thrownOutside.splice(0)).toEqual([]);
});

const encrypted = someEncryptedTicket(ticketCipher, new TextEncoder().encode('mine'));

describe('the library', () => {
  it('reads simulated tickets as the bench does, and does not take their signature for Valve’s', () => {
    for (const bytes of [someSessionTicket(), someSessionTicket({ isLicensed: false, dlc: [] })]) {
      const reading = valueOf(readTicket(bytes, library));
      expect(reading).toEqual(valueOf(readTicket(bytes)));
      expect(reading).toMatchObject({ isSimulated: true, signature: 'simulated' });
      expect(library.read(bytes)).toMatchObject({
        hasSignature: true,
        isSignatureValid: false,
      });
    }
  });

  it('calls a signature invalid that is neither Valve’s nor the simulator’s', () => {
    const bytes = someSessionTicket();
    bytes[bytes.length - 1] = 0;
    expect(valueOf(readTicket(bytes, library))).toMatchObject({
      signature: 'invalid',
      isSimulated: false,
    });
  });

  it('reads ownership tickets, with and without a signature', () => {
    const whole = someSessionTicket().subarray(56);
    expect(valueOf(readTicket(whole, library))).toMatchObject({
      kind: 'ownership',
      signature: 'simulated',
    });
    expect(valueOf(readTicket(whole.subarray(0, -128), library))).toMatchObject({
      kind: 'ownership',
      signature: 'none',
    });
  });

  it('takes nothing else for a ticket', () => {
    expect(library.read(new Uint8Array(0))).toBeUndefined();
    expect(library.read(new Uint8Array(300).fill(20))).toBeUndefined();
    expect(library.read(encrypted)).toBeUndefined();
  });
});

describe('an encrypted ticket', () => {
  it('opens with the key that everyone knows, by which it is known as simulated', () => {
    const ticket = valueOf(library.decrypt(encrypted, ENCRYPTED_TICKET_KEY));
    expect(new TextDecoder().decode(ticket.userData)).toBe('mine');
    expect(ticket.ownership).toEqual(valueOf(readTicket(writeOwnership(someOwner))).ownership);
    expect(valueOf(readTicket(encrypted, library)).isSimulated).toBe(true);
  });

  it('does not open with another key, nor with what is none', () => {
    // About two of 500 keys get past the padding: the checksum stops them.
    for (let index = 0; index < 500; index += 1) {
      const key = new Uint8Array(32).fill(index % 251).fill(index, 0, 2);
      expect(codeOf(library.decrypt(encrypted, key))).toBe('decrypt-failed');
    }
    expect(codeOf(library.decrypt(encrypted, new Uint8Array(31)))).toBe('decrypt-failed');
    expect(codeOf(library.decrypt(encrypted, new Uint8Array(0)))).toBe('decrypt-failed');
  });

  it('is not a session ticket', () => {
    expect(library.decrypt(someSessionTicket(), ENCRYPTED_TICKET_KEY)).toMatchObject({
      error: { code: 'decrypt-failed', message: 'This ticket is not encrypted.' },
    });
  });

  it.each([
    ['another hash', { sha1: () => new Uint8Array(20) }, writeOwnership(someOwner)],
    ['no ownership ticket inside', {}, new Uint8Array(60).fill(0xee)],
    ['nothing inside', {}, new Uint8Array(0)],
    ['an ownership ticket that says it is longer', {}, writeOwnership(someOwner).fill(0xff, 0, 2)],
    ['an ownership ticket that is cut', {}, writeOwnership(someOwner).subarray(0, 20)],
  ])('does not open with %s', (_words, cipher, ownership) => {
    const content = {
      userData: new Uint8Array(4),
      ownership,
      iv: new Uint8Array(16),
      salt: new Uint8Array(8),
    };
    const bytes = writeEncryptedTicket(content, { ...ticketCipher, ...cipher });
    expect(codeOf(library.decrypt(bytes, ENCRYPTED_TICKET_KEY))).toBe('decrypt-failed');
  });
});
