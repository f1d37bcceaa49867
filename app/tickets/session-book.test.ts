import { describe, expect, it, vi } from 'vitest';
import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { UserFunctionName } from '../steam/user-functions.ts';
import type { TicketBook } from './book.ts';
import { createBookKeeper } from './book-keeper.ts';

const ADA = '76561202255165729';
const BOB = '76561202255165730';
const ticket = (first: number): Uint8Array => Uint8Array.of(first, 2, 3);

const made = (name: UserFunctionName, args: unknown, value: unknown, at = 100): MadeCall => ({
  name,
  args,
  value,
  seq: 1,
  at,
  isSimulated: true,
});

const begun = (steamId: string, result = 0, at = 100, bytes = ticket(1)): MadeCall =>
  made('beginAuthSession', { authTicket: bytes, steamId }, result, at);
const ended = (steamId: string, at = 900): MadeCall => made('endAuthSession', { steamId }, null, at);
const asked = (steamId: string, appId: number, result: number): MadeCall =>
  made('userHasLicenseForApp', { steamId, appId }, result, 400);
const issued = (handle: number, at = 10): MadeCall =>
  made('getAuthSessionTicket', {}, { id: handle, buffer: ticket(handle), size: 3 }, at);

const news = { seq: 3, answers: undefined, latencyMs: undefined } as const;
const verdict = (steamId: string, response: number, at = 310, ownerId = steamId): Arrival => ({
  ...news,
  name: 'validateAuthTicketResponse',
  fields: { authId: steamId, response, ownerId },
  at,
});
const brokenPipe: Arrival = { ...news, name: 'ipcFailure', fields: { type: 1 }, at: 500 };

function begin() {
  const onChanged = vi.fn<(book: TicketBook) => void>();
  const keeper = createBookKeeper({ ownId: () => ADA, onChanged });
  const session = (number: number) => keeper.sessions.card(number);
  return {
    keeper,
    onChanged,
    session,
    states: () => keeper.book().sessions.map(({ state }) => state),
    responses: (number: number) => session(number)?.verdicts.map(({ response }) => response),
    holders: (number: number) => keeper.card(number)?.holders,
  };
}

describe('an auth session', () => {
  it('waits for its verdict once it is begun, and is verified by it', () => {
    const { keeper, onChanged, session } = begin();
    keeper.called(begun(BOB));
    expect(session(1)).toEqual({
      number: 1,
      steamId: BOB,
      ticketBytes: 3,
      beganAt: 100,
      result: 0,
      state: 'waiting',
      deadline: 100 + ANSWER_TIMEOUT_MS,
      verdicts: [],
      licences: [],
      isSimulated: true,
    });
    keeper.arrived(verdict(BOB, 0, 310, ADA));
    expect(session(1)).toMatchObject({
      state: 'verified',
      verdicts: [{ at: 310, response: 0, ownerId: ADA, afterMs: 210 }],
    });
    keeper.called(ended(BOB));
    expect(session(1)).toMatchObject({ state: 'ended', endedAt: 900 });
    expect(onChanged).toHaveBeenCalledTimes(3);
  });

  it('is a card also where it was not begun, and no verdict belongs to that card', () => {
    const { keeper, states, responses } = begin();
    keeper.called(begun(BOB));
    keeper.called(begun(BOB, 2));
    keeper.called(begun(ADA, 1));
    expect(states()).toEqual(['notBegun', 'notBegun', 'waiting']);
    keeper.arrived(verdict(BOB, 0));
    keeper.arrived(verdict(ADA, 0));
    expect(states()).toEqual(['notBegun', 'notBegun', 'verified']);
    expect([1, 2, 3].map(responses)).toEqual([[0], [], []]);
  });

  it('is unanswered when its time is over, and takes the verdict that comes late', () => {
    const { keeper, session, onChanged } = begin();
    keeper.called(begun(BOB, 0, 0));
    keeper.called(begun(ADA, 0, 5));
    keeper.expire(ANSWER_TIMEOUT_MS - 1);
    expect(onChanged).toHaveBeenCalledTimes(2);
    keeper.expire(ANSWER_TIMEOUT_MS);
    expect([session(1)?.state, session(2)?.state]).toEqual(['unanswered', 'waiting']);
    keeper.arrived(verdict(BOB, 0, 30_000));
    expect(session(1)).toMatchObject({ state: 'verified', verdicts: [{ afterMs: 30_000 }] });
    keeper.expire(ANSWER_TIMEOUT_MS + 5);
    expect(session(2)?.state).toBe('unanswered');
  });

  it('hears of what happens afterwards, and remembers the newest twenty verdicts', () => {
    const { keeper, session, responses } = begin();
    keeper.called(begun(BOB));
    keeper.arrived(verdict(BOB, 0));
    keeper.arrived(verdict(BOB, 6));
    expect(session(1)?.state).toBe('refused');
    expect(responses(1)).toEqual([0, 6]);
    for (let response = 0; response < 20; response += 1) keeper.arrived(verdict(BOB, response));
    expect(responses(1)).toEqual(Array.from({ length: 20 }, (_, response) => response));
  });

  it('belongs to a player: a verdict is for the newest open one, the end for all of them', () => {
    const { keeper, states, responses } = begin();
    keeper.called(begun(BOB));
    keeper.called(begun(BOB));
    keeper.called(begun(ADA));
    keeper.arrived(verdict(BOB, 0));
    expect([responses(1), responses(2)]).toEqual([[], [0]]);
    keeper.called(ended(BOB));
    expect(states()).toEqual(['waiting', 'ended', 'ended']);
    keeper.arrived(verdict(BOB, 0));
    expect(states()).toEqual(['waiting', 'ended', 'ended']);
  });

  it('remembers the last answer about each app', () => {
    const { keeper, session } = begin();
    keeper.called(asked(BOB, 480, 2));
    keeper.called(begun(BOB));
    keeper.called(asked(BOB, 480, 2));
    keeper.called(asked(BOB, 10, 1));
    keeper.called(asked(BOB, 480, 0));
    expect(session(1)?.licences).toEqual([
      { appId: 10, result: 1, at: 400 },
      { appId: 480, result: 0, at: 400 },
    ]);
  });

  it('is lost with its client, and with the pipe, over which nothing is begun', () => {
    const { keeper, states } = begin();
    keeper.called(begun(BOB));
    keeper.lose(400);
    expect(keeper.book().sessions).toMatchObject([{ state: 'lost', endedAt: 400 }]);
    keeper.called(begun(BOB));
    keeper.arrived(brokenPipe);
    keeper.called(begun(BOB));
    expect(states()).toEqual(['lost', 'lost', 'lost']);
    keeper.connected();
    keeper.called(begun(BOB));
    expect(states()).toEqual(['waiting', 'lost', 'lost', 'lost']);
  });

  it('is forgotten when the book is too long, the oldest first, unless it is open', () => {
    const { keeper, session } = begin();
    for (let count = 0; count < 500; count += 1) keeper.called(begun(BOB, count === 0 ? 0 : 1));
    keeper.called(begun(BOB, 1));
    expect(keeper.book().sessions).toHaveLength(500);
    expect(session(1)?.state).toBe('waiting');
    expect(session(2)).toBe(undefined);
  });
});

describe('who holds a ticket', () => {
  it('is the bench itself, where it began a session with those very bytes', () => {
    const { keeper, session, holders } = begin();
    keeper.called(issued(1));
    keeper.called(issued(7));
    keeper.called(begun(ADA, 0, 100, ticket(7)));
    expect(session(1)?.ticketNumber).toBe(2);
    expect([holders(1), holders(2)]).toEqual([[], [{ steamId: ADA, knownBy: 'own session' }]]);
    keeper.called(ended(ADA));
    expect(holders(2)).toEqual([]);
  });

  it('is whoever the other benches name, until they say otherwise', () => {
    const { keeper, onChanged, holders } = begin();
    keeper.called(issued(7));
    keeper.noteHandshake([{ handle: 7, steamId: BOB }]);
    keeper.noteHandshake([{ handle: 7, steamId: BOB }]);
    expect(onChanged).toHaveBeenCalledTimes(2);
    expect(holders(1)).toEqual([{ steamId: BOB, knownBy: 'handshake' }]);
    keeper.noteHandshake([]);
    expect(holders(1)).toEqual([]);
  });

  it('is nobody once a handle means the ticket of another client', () => {
    const { keeper, holders } = begin();
    keeper.called(issued(7));
    keeper.noteHandshake([{ handle: 7, steamId: BOB }]);
    keeper.called(made('cancelAuthTicket', { authTicket: 7 }, null));
    keeper.lose(200);
    expect(holders(1)).toEqual([]);
    keeper.called(issued(7));
    keeper.noteHandshake([{ handle: 7, steamId: BOB }]);
    expect(keeper.book().tickets.map((card) => card.holders.length)).toEqual([1, 0]);
    expect([holders(1)?.length, holders(2)?.length]).toEqual([0, 1]);
  });
});

describe('a change', () => {
  it('is told of once, however much it changes', () => {
    const { keeper, onChanged } = begin();
    keeper.called(issued(7));
    keeper.called(begun(ADA, 0, 100, ticket(7)));
    onChanged.mockClear();
    keeper.lose(200);
    expect(onChanged).toHaveBeenCalledTimes(1);
    keeper.inOneGo(() => {
      keeper.called(issued(8));
      keeper.called(issued(9));
    });
    keeper.inOneGo(() => undefined);
    expect(onChanged).toHaveBeenCalledTimes(2);
    keeper.called(made('getSteamID', {}, ADA));
    expect(onChanged).toHaveBeenCalledTimes(2);
  });
});
