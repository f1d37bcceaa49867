import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { TicketBook, TicketCard } from './book.ts';

/** Tickets that the book remembers; the oldest that have ended go first. */
const LONGEST_BOOK = 500;

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

interface Record {
  card: TicketCard;
  readonly bytes: Uint8Array;
}

/** Follows every session ticket from its call to its end. */
export interface TicketKeeper {
  called(call: MadeCall): void;
  arrived(arrival: Arrival): void;
  /** Ends the waits that are over at this time. */
  expire(at: number): void;
  /** The client is gone, and with it whatever its tickets stood for. */
  lose(): void;
  book(): TicketBook;
  card(number: number): TicketCard | undefined;
  /** The newest ticket with that handle. */
  byHandle(handle: number): TicketCard | undefined;
  bytes(number: number): Uint8Array | undefined;
  /** Tickets that Steam still holds: to be cancelled before the client is closed. */
  live(): readonly TicketCard[];
  /** When the next wait is over; undefined while nothing is waited for. */
  nextDeadline(): number | undefined;
}

export function createTicketKeeper(onChanged: (book: TicketBook) => void): TicketKeeper {
  const records: Record[] = [];
  let lastNumber = 0;

  const book = (): TicketBook => ({ tickets: records.map(({ card }) => card).reverse(), sessions: [] });

  const update = (record: Record, change: Partial<TicketCard>): void => {
    record.card = { ...record.card, ...change };
  };

  const newest = (handle: number): Record | undefined =>
    records.findLast(({ card }) => card.handle === handle);

  const add = (call: MadeCall): void => {
    const ticket = call.value as { readonly id: number; readonly buffer: Uint8Array; readonly size: number };
    if (ticket.id === 0) return;
    lastNumber += 1;
    records.push({
      bytes: ticket.buffer,
      card: {
        number: lastNumber,
        kind: 'session',
        handle: ticket.id,
        sizeBytes: ticket.size,
        remote: (call.args as { readonly remote?: RemoteIdentity }).remote,
        state: 'waiting',
        issuedAt: call.at,
        deadline: call.at + ANSWER_TIMEOUT_MS,
        holders: [],
        isSimulated: call.isSimulated,
      },
    });
    forgetOldest();
  };

  const forgetOldest = (): void => {
    if (records.length <= LONGEST_BOOK) return;
    const oldest = records.findIndex(({ card }) => !isLive(card));
    if (oldest !== -1) records.splice(oldest, 1);
  };

  const lose = (): void => {
    const lost = records.filter(({ card }) => isLive(card));
    for (const record of lost) update(record, { state: 'lost' });
    if (lost.length > 0) onChanged(book());
  };

  return {
    called(call) {
      if (call.name === 'getAuthSessionTicket') add(call);
      else if (call.name === 'cancelAuthTicket') {
        const record = newest((call.args as { readonly authTicket: number }).authTicket);
        if (record === undefined || !isLive(record.card)) return;
        update(record, { state: 'cancelled' });
      } else return;
      onChanged(book());
    },
    arrived(arrival) {
      // Over a broken pipe nobody hears of a cancellation any more: what Steam held is out of reach.
      if (arrival.name === 'ipcFailure' && arrival.fields.type === PIPE_FAIL) return lose();
      if (arrival.name !== 'getAuthSessionTicketResponse') return;
      const record = newest(arrival.fields.authTicket);
      if (record === undefined) return;
      const { result } = arrival.fields;
      const isWaiting = record.card.state === 'waiting' || record.card.state === 'unanswered';
      update(record, {
        answeredAt: arrival.at,
        result,
        // A ticket that was cancelled in the meantime stays cancelled, whatever Steam says of it.
        ...(isWaiting && { state: result === 1 ? ('confirmed' as const) : ('refused' as const) }),
      });
      onChanged(book());
    },
    expire(at) {
      const overdue = records.filter(({ card }) => card.state === 'waiting' && card.deadline <= at);
      for (const record of overdue) update(record, { state: 'unanswered' });
      if (overdue.length > 0) onChanged(book());
    },
    lose,
    book,
    card: (number) => records.find(({ card }) => card.number === number)?.card,
    byHandle: (handle) => newest(handle)?.card,
    bytes: (number) => records.find(({ card }) => card.number === number)?.bytes,
    live: () => records.map(({ card }) => card).filter(isLive),
    nextDeadline() {
      const deadlines = records
        .filter(({ card }) => card.state === 'waiting')
        .map(({ card }) => card.deadline);
      return deadlines.length === 0 ? undefined : Math.min(...deadlines);
    },
  };
}

/** Whether Steam still holds the ticket. */
export function isLive({ state }: TicketCard): boolean {
  return state === 'waiting' || state === 'confirmed' || state === 'refused' || state === 'unanswered';
}
