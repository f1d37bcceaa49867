import { fail, succeed, type Outcome } from '../outcome.ts';
import type { BookKeeper } from './book-keeper.ts';
import { bytesFromText } from './reading/bytes-from-text.ts';
import { readTicket } from './reading/read-ticket.ts';
import type { TicketSource } from './ticket-source.ts';

/** The bytes of a ticket that a page named, and its number where it is one of the book. */
export interface FoundTicket {
  readonly bytes: Uint8Array;
  readonly number: number | undefined;
  readonly isSimulated: boolean;
}

/** Finds the bytes that are meant: `unknown-ticket`, `ticket-empty`, `not-text`. */
export type FindTicket = (source: TicketSource) => Outcome<FoundTicket>;

export const waitsForBytes = fail(
  'ticket-empty',
  'The ticket has no bytes yet.',
  'Those of a web API ticket come with callback 168. Where Steam refused it there are none.',
);

export function createFindTicket(keeper: BookKeeper): FindTicket {
  const isSimulated = (number: number | undefined, bytes: Uint8Array): boolean => {
    const card = number === undefined ? undefined : keeper.card(number);
    if (card !== undefined) return card.isSimulated;
    const reading = readTicket(bytes);
    return reading.ok && reading.value.isSimulated;
  };

  const found = (number: number | undefined, bytes: Uint8Array): Outcome<FoundTicket> =>
    succeed({ bytes, number, isSimulated: isSimulated(number, bytes) });

  return (source) => {
    if ('number' in source) {
      const bytes = keeper.tickets.bytes(source.number);
      if (bytes === undefined) return fail('unknown-ticket');
      return bytes.length === 0 ? waitsForBytes : found(source.number, bytes);
    }
    const bytes = 'text' in source ? bytesFromText(source.text) : succeed(bytesOfFile(source.bytes));
    if (!bytes.ok) return bytes;
    if (bytes.value.length === 0) return fail('ticket-empty', 'There are no bytes in it.');
    return found(keeper.tickets.numberOf(bytes.value), bytes.value);
  };
}

/** What a file holds: a ticket as it is or, where all of it reads as one, written in hex or Base64. */
export function bytesOfFile(bytes: Uint8Array): Uint8Array {
  const isText = bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
  if (!isText) return bytes;
  const read = bytesFromText(new TextDecoder().decode(bytes));
  return read.ok ? read.value : bytes;
}
