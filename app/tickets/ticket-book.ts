import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { TicketCard, TicketKind } from './book.ts';
import { createDeadlines } from './deadlines.ts';

/** Tickets that the book remembers; the oldest that have ended go first. */
const LONGEST_BOOK = 500;

/** EResult. */
const OK = 1;

const noBytes = new Uint8Array(0);

/** A ticket without those who hold it: they are known elsewhere. */
export type KeptTicket = Omit<TicketCard, 'holders'>;

interface Record {
  card: KeptTicket;
  bytes: Uint8Array;
}

/** Follows every ticket from its call to its end. What changes something answers true. */
export interface TicketKeeper {
  called(call: MadeCall): boolean;
  arrived(arrival: Arrival): boolean;
  /** Ends the waits that are over at this time. */
  expire(at: number): boolean;
  /** The client is gone, and with it whatever its tickets stood for. */
  lose(at: number): boolean;
  /** Newest first. */
  cards(): readonly KeptTicket[];
  card(number: number): KeptTicket | undefined;
  /** The newest ticket with that handle. */
  byHandle(handle: number): KeptTicket | undefined;
  /** Number of the newest ticket that has exactly these bytes. */
  numberOf(bytes: Uint8Array): number | undefined;
  /** None while a web API ticket waits; undefined where there is no such ticket. */
  bytes(number: number): Uint8Array | undefined;
  /** Tickets that Steam still holds, the oldest first: to be cancelled before the client is closed. */
  live(): readonly KeptTicket[];
}

export function createTicketKeeper(): TicketKeeper {
  const records: Record[] = [];
  const deadlines = createDeadlines();
  let lastNumber = 0;

  const update = (record: Record, change: Partial<KeptTicket>): void => {
    record.card = { ...record.card, ...change };
  };

  const newest = (handle: number): Record | undefined =>
    records.findLast(({ card }) => card.handle === handle);

  const add = (
    kind: TicketKind,
    call: MadeCall,
    ticket: Pick<KeptTicket, 'handle' | 'remote' | 'serviceIdentity'>,
    bytes: Uint8Array,
  ): boolean => {
    if (ticket.handle === 0) return false;
    lastNumber += 1;
    const deadline = call.at + ANSWER_TIMEOUT_MS;
    records.push({
      bytes,
      card: {
        number: lastNumber,
        kind,
        sizeBytes: bytes.length,
        state: 'waiting',
        issuedAt: call.at,
        deadline,
        isSimulated: call.isSimulated,
        ...ticket,
      },
    });
    deadlines.add(deadline);
    forgetOldest();
    return true;
  };

  const addSession = (call: MadeCall): boolean => {
    const { id, buffer } = call.value as { readonly id: number; readonly buffer: Uint8Array };
    const { remote } = call.args as { readonly remote?: RemoteIdentity };
    return add('session', call, { handle: id, remote }, buffer);
  };

  const addWebApi = (call: MadeCall): boolean => {
    const { serviceIdentity } = call.args as { readonly serviceIdentity?: string };
    const identity = serviceIdentity === undefined ? {} : { serviceIdentity };
    return add('webApi', call, { handle: call.value as number, remote: undefined, ...identity }, noBytes);
  };

  const forgetOldest = (): void => {
    while (records.length > LONGEST_BOOK) {
      const oldest = records.findIndex(({ card }) => !isLive(card));
      if (oldest === -1) return;
      records.splice(oldest, 1);
    }
  };

  const cancel = (handle: number, at: number): boolean => {
    const record = newest(handle);
    if (record === undefined || !isLive(record.card)) return false;
    update(record, { state: 'cancelled', endedAt: at });
    return true;
  };

  const answer = (kind: TicketKind, handle: number, result: number, at: number): Record | undefined => {
    const record = newest(handle);
    if (record?.card.kind !== kind) return undefined;
    const isWaiting = record.card.state === 'waiting' || record.card.state === 'unanswered';
    update(record, {
      answeredAt: at,
      result,
      // A ticket that was cancelled in the meantime stays cancelled, whatever Steam says of it.
      ...(isWaiting && { state: result === OK ? ('confirmed' as const) : ('refused' as const) }),
    });
    return record;
  };

  return {
    called(call) {
      switch (call.name) {
        case 'getAuthSessionTicket':
          return addSession(call);
        case 'getAuthTicketForWebApi':
          return addWebApi(call);
        case 'cancelAuthTicket':
          return cancel((call.args as { readonly authTicket: number }).authTicket, call.at);
        default:
          return false;
      }
    },
    arrived(arrival) {
      if (arrival.name === 'getAuthSessionTicketResponse') {
        const { authTicket, result } = arrival.fields;
        return answer('session', authTicket, result, arrival.at) !== undefined;
      }
      if (arrival.name !== 'getTicketForWebApi') return false;
      const { authTicket, result, ticketBuffer } = arrival.fields;
      const record = answer('webApi', authTicket, result, arrival.at);
      if (record === undefined) return false;
      record.bytes = ticketBuffer;
      update(record, { sizeBytes: ticketBuffer.length });
      return true;
    },
    expire(at) {
      if (!deadlines.isDue(at)) return false;
      const waiting = records.filter(({ card }) => card.state === 'waiting');
      const overdue = waiting.filter(({ card }) => card.deadline <= at);
      for (const record of overdue) update(record, { state: 'unanswered' });
      deadlines.set(waiting.map(({ card }) => card).filter(({ deadline }) => deadline > at));
      return overdue.length > 0;
    },
    lose(at) {
      const lost = records.filter(({ card }) => isLive(card));
      for (const record of lost) update(record, { state: 'lost', endedAt: at });
      return lost.length > 0;
    },
    cards: () => records.map(({ card }) => card).reverse(),
    card: (number) => records.find(({ card }) => card.number === number)?.card,
    byHandle: (handle) => newest(handle)?.card,
    numberOf: (bytes) =>
      bytes.length === 0 ? undefined : records.findLast((record) => isSame(record.bytes, bytes))?.card.number,
    bytes: (number) => records.find(({ card }) => card.number === number)?.bytes,
    live: () => records.map(({ card }) => card).filter(isLive),
  };
}

/** Whether Steam still holds the ticket. */
export function isLive({ state }: Pick<TicketCard, 'state'>): boolean {
  return state === 'waiting' || state === 'confirmed' || state === 'refused' || state === 'unanswered';
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
