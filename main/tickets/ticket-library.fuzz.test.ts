import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENCRYPTED_TICKET_KEY } from '../../app/simulator/encrypted-ticket-bytes.ts';
import type { Outcome } from '../../app/outcome.ts';
import { mutated } from '../../app/tickets/reading/any-bytes.ts';
import { readTicket } from '../../app/tickets/reading/read-ticket.ts';
import { someEncryptedTicket, someSessionTicket } from '../../app/tickets/reading/some-tickets.ts';
import { ticketCipher } from '../simulator/cipher.ts';
import { steamAppTicket } from './steam-appticket.ts';
import { ticketLibrary } from './ticket-library.ts';

const session = someSessionTicket();
const tickets = [
  session,
  session.subarray(56),
  session.subarray(56, -128),
  someEncryptedTicket(ticketCipher, new Uint8Array(20)),
];

it('whatever is a ticket for the bench is the same one for somebody else’s reader, and nothing throws', async () => {
  const thrownOutside: unknown[] = [];
  const note = (error: unknown): void => void thrownOutside.push(error);
  process.on('uncaughtException', note);
  try {
    fc.assert(
      fc.property(mutated(tickets), (bytes) => {
        const ours = readTicket(bytes, ticketLibrary);
        const theirs = readTicket(bytes, steamAppTicket);
        if (inWords(ours) !== inWords(theirs)) return false;
        // What is no encrypted ticket is not opened by either: that is looked at once.
        if (ours.ok && ours.value.kind !== 'encrypted') return true;
        const opened = ticketLibrary.decrypt(bytes, ENCRYPTED_TICKET_KEY);
        const openedByThem = steamAppTicket.decrypt(bytes, ENCRYPTED_TICKET_KEY);
        if (!opened.ok && opened.error.code !== 'decrypt-failed') return false;
        // Why it does not open each says in its own words.
        return opened.ok ? inWords(opened) === inWords(openedByThem) : !openedByThem.ok;
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

const inWords = (outcome: Outcome<unknown>): string => JSON.stringify(outcome);
