import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENCRYPTED_TICKET_KEY } from '../../app/simulator/encrypted-ticket-bytes.ts';
import { mutated } from '../../app/tickets/reading/any-bytes.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import { someEncryptedTicket, someSessionTicket } from '../../app/tickets/reading/some-tickets.ts';
import { ticketCipher } from '../simulator/cipher.ts';
import { ticketLibrary } from './ticket-library.ts';

const session = someSessionTicket();
const tickets = [
  session,
  session.subarray(56),
  session.subarray(56, -128),
  someEncryptedTicket(ticketCipher, new Uint8Array(20)),
];

it('whatever is given to it, a ticket is read or refused with a code, 100,000 times, and nothing throws', async () => {
  const thrownOutside: unknown[] = [];
  const note = (error: unknown): void => void thrownOutside.push(error);
  process.on('uncaughtException', note);
  try {
    fc.assert(
      fc.property(mutated(tickets), (bytes) => {
        const read = readTicket(bytes, ticketLibrary);
        if (!read.ok) return read.error.code === 'ticket-broken' && /^Byte \d+: /.test(read.error.message);
        if (read.value.kind !== 'encrypted') return true;
        const opened = ticketLibrary.decrypt(bytes, ENCRYPTED_TICKET_KEY);
        return opened.ok || opened.error.code === 'decrypt-failed';
      }),
      { numRuns: 100_000 },
    );
    // What a stream throws comes after the call that began it.
    await new Promise((resolve) => setImmediate(resolve));
    expect(thrownOutside).toEqual([]);
  } finally {
    process.off('uncaughtException', note);
  }
}, 120_000);
