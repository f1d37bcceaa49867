import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { AuthSessionCard } from './book.ts';
import { createDeadlines } from './deadlines.ts';

/** Sessions that the book remembers; the oldest that are not open go first. */
const LONGEST_BOOK = 500;

/** Verdicts and licence checks that a session remembers. */
const LONGEST_HISTORY = 20;

/** EBeginAuthSessionResult and EAuthSessionResponse. */
const OK = 0;

interface Begin {
  readonly authTicket: Uint8Array;
  readonly steamId: SteamIdText;
}

/** Follows every auth session from the try to begin it to its end. What changes something answers true. */
export interface SessionKeeper {
  called(call: MadeCall): boolean;
  arrived(arrival: Arrival): boolean;
  /** Ends the waits that are over at this time. */
  expire(at: number): boolean;
  /** The client is gone, and with it its sessions. */
  lose(at: number): boolean;
  /** Newest first. */
  cards(): readonly AuthSessionCard[];
  card(number: number): AuthSessionCard | undefined;
  /** The one that was begun last. */
  newest(): AuthSessionCard | undefined;
  /** Those that Steam still holds, the oldest first: to be ended before the client is closed. */
  open(): readonly AuthSessionCard[];
}

/** `numberOf` knows the ticket of the book that has these bytes. */
export function createSessionKeeper(numberOf: (bytes: Uint8Array) => number | undefined): SessionKeeper {
  let cards: AuthSessionCard[] = [];
  const deadlines = createDeadlines();
  let lastNumber = 0;

  const update = (old: AuthSessionCard, change: Partial<AuthSessionCard>): void => {
    cards = cards.map((card) => (card === old ? { ...card, ...change } : card));
  };

  const newestOpen = (steamId: SteamIdText): AuthSessionCard | undefined =>
    cards.findLast((card) => card.steamId === steamId && isOpen(card));

  const add = ({ authTicket, steamId }: Begin, { value, at, isSimulated }: MadeCall): boolean => {
    lastNumber += 1;
    const ticketNumber = numberOf(authTicket);
    const deadline = at + ANSWER_TIMEOUT_MS;
    cards = [
      ...cards,
      {
        number: lastNumber,
        steamId,
        ticketBytes: authTicket.length,
        ...(ticketNumber !== undefined && { ticketNumber }),
        beganAt: at,
        result: value as number,
        state: value === OK ? 'waiting' : 'notBegun',
        deadline,
        verdicts: [],
        licences: [],
        isSimulated,
      },
    ];
    if (value === OK) deadlines.add(deadline);
    forgetOldest();
    return true;
  };

  const forgetOldest = (): void => {
    while (cards.length > LONGEST_BOOK) {
      const oldest = cards.find((card) => !isOpen(card));
      if (oldest === undefined) return;
      cards = cards.filter((card) => card !== oldest);
    }
  };

  /** Ends, one way or another, those of the open ones that are meant. */
  const end = (state: 'ended' | 'lost', at: number, isMeant: (card: AuthSessionCard) => boolean): boolean => {
    const ending = cards.filter((card) => isOpen(card) && isMeant(card));
    for (const card of ending) update(card, { state, endedAt: at });
    return ending.length > 0;
  };

  const noteLicence = (steamId: SteamIdText, appId: number, result: number, at: number): boolean => {
    // Without an open session Steam answers NoAuth, which belongs to the one that the user has in mind.
    const card = newestOpen(steamId) ?? cards.findLast((each) => each.steamId === steamId);
    if (card === undefined) return false;
    const others = card.licences.filter((check) => check.appId !== appId);
    update(card, { licences: [...others, { appId, result, at }].slice(-LONGEST_HISTORY) });
    return true;
  };

  return {
    called(call) {
      switch (call.name) {
        case 'beginAuthSession':
          return add(call.args as Begin, call);
        case 'endAuthSession': {
          const { steamId } = call.args as { readonly steamId: SteamIdText };
          return end('ended', call.at, (card) => card.steamId === steamId);
        }
        case 'userHasLicenseForApp': {
          const asked = call.args as { readonly steamId: SteamIdText; readonly appId: number };
          return noteLicence(asked.steamId, asked.appId, call.value as number, call.at);
        }
        default:
          return false;
      }
    },
    arrived(arrival) {
      if (arrival.name !== 'validateAuthTicketResponse') return false;
      const { authId, response, ownerId } = arrival.fields;
      const card = newestOpen(authId);
      if (card === undefined) return false;
      const verdict = { at: arrival.at, response, ownerId, afterMs: Math.max(0, arrival.at - card.beganAt) };
      update(card, {
        state: response === OK ? 'verified' : 'refused',
        verdicts: [...card.verdicts, verdict].slice(-LONGEST_HISTORY),
      });
      return true;
    },
    expire(at) {
      if (!deadlines.isDue(at)) return false;
      const waiting = cards.filter(({ state }) => state === 'waiting');
      const overdue = waiting.filter(({ deadline }) => deadline <= at);
      for (const card of overdue) update(card, { state: 'unanswered' });
      deadlines.set(waiting.filter(({ deadline }) => deadline > at));
      return overdue.length > 0;
    },
    lose: (at) => end('lost', at, () => true),
    cards: () => [...cards].reverse(),
    card: (number) => cards.find((card) => card.number === number),
    newest: () => cards.at(-1),
    open: () => cards.filter(isOpen),
  };
}

/** Whether Steam still holds the session. */
export function isOpen({ state }: AuthSessionCard): boolean {
  return state === 'waiting' || state === 'unanswered' || state === 'verified' || state === 'refused';
}
