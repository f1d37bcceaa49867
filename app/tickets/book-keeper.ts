import type { Arrival } from '../pump.ts';
import type { SimulationSnapshot } from '../simulator/knobs.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { TicketBook, TicketCard } from './book.ts';
import { createSessionKeeper, type SessionKeeper } from './session-book.ts';
import { createTicketKeeper, type KeptTicket, type TicketKeeper } from './ticket-book.ts';
import { createTicketHolders, type KnownHolder } from './ticket-holders.ts';

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

/** Keeps the one book: tickets, sessions, and who holds a session on which ticket. */
export interface BookKeeper {
  called(call: MadeCall): void;
  arrived(arrival: Arrival): void;
  /** Ends the waits that are over at this time. */
  expire(at: number): void;
  connected(): void;
  /** The client is gone, and with it whatever its tickets and sessions stood for. */
  lose(at: number): void;
  noteHandshake(holders: readonly KnownHolder[]): void;
  noteSimulation(snapshot: SimulationSnapshot): void;
  /** Does several things and tells of them as of one change. */
  inOneGo(action: () => void): void;
  book(): TicketBook;
  card(number: number): TicketCard | undefined;
  byHandle(handle: number): TicketCard | undefined;
  readonly tickets: Pick<TicketKeeper, 'bytes' | 'numberOf' | 'live'>;
  readonly sessions: Pick<SessionKeeper, 'card' | 'newest' | 'open'>;
}

export interface BookKeeperParts {
  /** Who uses the bench, where it is known. */
  readonly ownId: () => SteamIdText | undefined;
  /** Told once of each change. */
  readonly onChanged: (book: TicketBook) => void;
}

export function createBookKeeper({ ownId, onChanged }: BookKeeperParts): BookKeeper {
  const tickets = createTicketKeeper();
  const sessions = createSessionKeeper((bytes) => tickets.numberOf(bytes));
  const holders = createTicketHolders();
  let isBroken = false;
  let isHeldBack = false;
  let hasChanged = false;

  const withHolders = (ticket: KeptTicket): TicketCard => ({
    ...ticket,
    holders: holders.of(ticket, {
      hasHandle: tickets.byHandle(ticket.handle)?.number === ticket.number,
      openSessions: sessions.open(),
      ownId: ownId() ?? '0',
    }),
  });

  const book = (): TicketBook => {
    const openSessions = sessions.open();
    const id = ownId() ?? '0';
    const seen = new Set<number>();
    return {
      tickets: tickets.cards().map((ticket) => {
        // The newest come first, and the newest one has the handle.
        const hasHandle = !seen.has(ticket.handle);
        seen.add(ticket.handle);
        return { ...ticket, holders: holders.of(ticket, { hasHandle, openSessions, ownId: id }) };
      }),
      sessions: sessions.cards(),
    };
  };

  const tell = (isNews: boolean): void => {
    hasChanged ||= isNews;
    if (!hasChanged || isHeldBack) return;
    hasChanged = false;
    onChanged(book());
  };

  const lose = (at: number): void => {
    holders.forget();
    const hasLostTickets = tickets.lose(at);
    tell(sessions.lose(at) || hasLostTickets);
  };

  return {
    called(call) {
      const isNews = tickets.called(call) || sessions.called(call);
      // Over a broken pipe BeginAuthSession answers 0, which reads as OK, and nobody has begun anything.
      if (isBroken) sessions.lose(call.at);
      tell(isNews);
    },
    arrived(arrival) {
      if (arrival.name === 'ipcFailure') {
        // Over a broken pipe nobody hears of a cancellation any more: what Steam held is out of reach.
        if (arrival.fields.type !== PIPE_FAIL) return;
        isBroken = true;
        return lose(arrival.at);
      }
      tell(tickets.arrived(arrival) || sessions.arrived(arrival));
    },
    expire(at) {
      const hasExpired = tickets.expire(at);
      tell(sessions.expire(at) || hasExpired);
    },
    connected() {
      isBroken = false;
    },
    lose,
    noteHandshake: (known) => tell(holders.noteHandshake(known)),
    noteSimulation(snapshot) {
      const id = ownId();
      if (id !== undefined) tell(holders.noteSimulation(snapshot, id));
    },
    inOneGo(action) {
      isHeldBack = true;
      try {
        action();
      } finally {
        isHeldBack = false;
        tell(false);
      }
    },
    book,
    card(number) {
      const ticket = tickets.card(number);
      return ticket && withHolders(ticket);
    },
    byHandle(handle) {
      const ticket = tickets.byHandle(handle);
      return ticket && withHolders(ticket);
    },
    tickets,
    sessions,
  };
}
