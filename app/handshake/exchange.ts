import type { Caller, MadeCall } from '../steam/caller.ts';
import { fromHex, toHex } from '../steam/hex.ts';
import type { EntryDraft } from '../journal/entry.ts';
import type { Arrival } from '../pump.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { WireFinding } from './messages.ts';
import type { Seat } from './roster.ts';

/** EResult. */
const OK = 1;

/** EBeginAuthSessionResult and EAuthSessionResponse agree on this one. */
const FINE = 0;

/** How long a session outlives its player, so that Steam’s last verdict on it is still heard. */
const LAST_VERDICT_MS = 5000;

/** What this bench and one other player gave each other. */
interface Pair {
  readonly seat: number;
  readonly steamId: SteamIdText;
  /** Of the ticket that is meant for them, while it is live. */
  handle: number | undefined;
  /** Until Steam confirmed it; then it is on its way and no longer kept. */
  ticketHex: string | undefined;
  hasTheirTicket: boolean;
  isSessionOpen: boolean;
  found: WireFinding | undefined;
  /** Steam did not confirm the ticket: another one may do once the account is logged on. */
  isTicketRefused: boolean;
  /** Their session is ended by then at the latest. */
  endsAt: number | undefined;
}

export interface ExchangeParts {
  readonly caller: Pick<Caller, 'call'>;
  readonly write: (draft: EntryDraft) => void;
  /** Gives a confirmed ticket to the player in that seat. */
  readonly send: (seat: number, ticketHex: string) => void;
  readonly mySeat: number;
  readonly found: (finding: WireFinding) => void;
}

/**
 * The tickets and sessions between this bench and the other players.
 *
 * - Each verifier is given a ticket of its own, made out to them: a ticket serves once. It is sent only after Steam
 *   confirmed it.
 * - A ticket that comes in begins a session at once. What another hand on the bench began is left alone.
 * - Who goes takes the ticket with them that was meant for them. Their session ends after Steam’s last word on it.
 */
export interface Exchange {
  greet(seat: Seat, at: number): void;
  /** False where this player has sent one before. */
  received(seat: number, ticketHex: string): boolean;
  part(seat: number, at: number): void;
  called(call: MadeCall): void;
  arrived(arrival: Arrival): void;
  tick(now: number): void;
  /** Takes everything back at once. */
  end(): void;
  /** The live tickets, by the seat that each was made for. */
  handles(): ReadonlyMap<number, number>;
}

export function createExchange({ caller, write, send, mySeat, found }: ExchangeParts): Exchange {
  const pairs = new Map<number, Pair>();
  const all = (): Pair[] => [...pairs.values()];
  const withHandle = (handle: number): Pair | undefined => all().find((pair) => pair.handle === handle);

  const fault = (at: number, message: string): void =>
    write({ time: at, kind: 'fault', name: 'handshakeTicketFailed', value: { message } });

  const cancelTicket = (pair: Pair): void => {
    if (pair.handle === undefined) return;
    const authTicket = pair.handle;
    pair.handle = undefined;
    pair.ticketHex = undefined;
    caller.call('cancelAuthTicket', { authTicket });
  };

  const endSession = (pair: Pair): void => {
    if (!pair.isSessionOpen) return;
    pair.isSessionOpen = false;
    caller.call('endAuthSession', { steamId: pair.steamId });
  };

  const tell = (pair: Pair, news: Omit<WireFinding, 'verifier' | 'player'>): void => {
    pair.found = { verifier: mySeat, player: pair.seat, ...news };
    found(pair.found);
  };

  /** Nothing more is to be heard of someone who is gone and whose session Steam gave its last word on. */
  const isOver = ({ endsAt, isSessionOpen, found: last }: Pair): boolean =>
    endsAt !== undefined && (!isSessionOpen || (last?.response ?? FINE) !== FINE);

  const close = (pair: Pair): void => {
    endSession(pair);
    pairs.delete(pair.seat);
  };

  const issue = (pair: Pair, at: number): void => {
    const issued = caller.call('getAuthSessionTicket', { remote: { steamId: pair.steamId } });
    if (!issued.ok) return fault(at, issued.error.message);
    if (issued.value.id === 0) return fault(at, `Steam gave no ticket for ${pair.steamId} (handle 0).`);
    pair.isTicketRefused = false;
    pair.handle = issued.value.id;
    pair.ticketHex = toHex(issued.value.buffer);
  };

  const confirmed = (handle: number, result: number, at: number): void => {
    const pair = withHandle(handle);
    const ticketHex = pair?.ticketHex;
    if (pair === undefined || ticketHex === undefined) return;
    pair.ticketHex = undefined;
    if (result === OK) return send(pair.seat, ticketHex);
    pair.isTicketRefused = true;
    fault(at, `Steam did not confirm the ticket for ${pair.steamId}: EResult ${result}.`);
    found({ verifier: pair.seat, player: mySeat, refusedTicket: result });
  };

  return {
    handles: () =>
      new Map(all().flatMap(({ seat, handle }) => (handle === undefined ? [] : [[seat, handle]]))),
    greet(seat, at) {
      // Somebody who comes back begins anew, also where the end of their last stay is not over.
      for (const earlier of all()) {
        if (earlier.steamId !== seat.steamId) continue;
        cancelTicket(earlier);
        close(earlier);
      }
      const pair: Pair = {
        seat: seat.number,
        steamId: seat.steamId,
        handle: undefined,
        ticketHex: undefined,
        hasTheirTicket: false,
        isSessionOpen: false,
        found: undefined,
        isTicketRefused: false,
        endsAt: undefined,
      };
      pairs.set(seat.number, pair);
      issue(pair, at);
    },
    received(seat, ticketHex) {
      const pair = pairs.get(seat);
      if (pair === undefined || pair.endsAt !== undefined) return true;
      if (pair.hasTheirTicket) return false;
      pair.hasTheirTicket = true;
      const authTicket = fromHex(ticketHex);
      if (authTicket === undefined) return false;
      const begun = caller.call('beginAuthSession', { authTicket, steamId: pair.steamId });
      if (!begun.ok) return true;
      pair.isSessionOpen = begun.value === FINE;
      tell(pair, { begin: begun.value });
      return true;
    },
    part(seat, at) {
      const pair = pairs.get(seat);
      if (pair === undefined) return;
      cancelTicket(pair);
      pair.endsAt = at + LAST_VERDICT_MS;
      if (isOver(pair)) close(pair);
    },
    called({ name, args }) {
      // Somebody else on this bench did it: it need not be done again.
      if (name === 'cancelAuthTicket') {
        const pair = withHandle((args as { readonly authTicket: number }).authTicket);
        if (pair !== undefined) Object.assign(pair, { handle: undefined, ticketHex: undefined });
      } else if (name === 'endAuthSession') {
        const { steamId } = args as { readonly steamId: SteamIdText };
        for (const pair of all()) if (pair.steamId === steamId) pair.isSessionOpen = false;
      }
    },
    arrived({ name, fields, at }) {
      if (name === 'getAuthSessionTicketResponse') {
        confirmed(fields.authTicket, fields.result, at);
      } else if (name === 'validateAuthTicketResponse') {
        const pair = all().find((one) => one.isSessionOpen && one.steamId === fields.authId);
        if (pair === undefined) return;
        const { response, ownerId } = fields;
        tell(pair, { begin: pair.found?.begin ?? FINE, response, owner: ownerId });
        if (isOver(pair)) close(pair);
      } else if (name === 'steamServerConnected') {
        for (const pair of all()) {
          if (!pair.isTicketRefused || pair.endsAt !== undefined) continue;
          cancelTicket(pair);
          issue(pair, at);
        }
      }
    },
    tick(now) {
      for (const pair of all()) if (pair.endsAt !== undefined && now >= pair.endsAt) close(pair);
    },
    end() {
      for (const pair of all()) {
        cancelTicket(pair);
        close(pair);
      }
    },
  };
}
