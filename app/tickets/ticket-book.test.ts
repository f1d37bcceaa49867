import { describe, expect, it, vi } from 'vitest';
import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { TicketBook } from './book.ts';
import { createBookKeeper } from './book-keeper.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(length);

function issued(handle: number, at = 0, remote?: RemoteIdentity): MadeCall {
  return {
    name: 'getAuthSessionTicket',
    args: remote === undefined ? {} : { remote },
    value: { id: handle, buffer: bytes(handle), size: handle },
    seq: 1,
    at,
    isSimulated: false,
  };
}

const cancelled = (handle: number): MadeCall => ({
  name: 'cancelAuthTicket',
  args: { authTicket: handle },
  value: null,
  seq: 2,
  at: 0,
  isSimulated: false,
});

const issuedForWebApi = (handle: number, at = 0, serviceIdentity?: string): MadeCall => ({
  name: 'getAuthTicketForWebApi',
  args: serviceIdentity === undefined ? {} : { serviceIdentity },
  value: handle,
  seq: 1,
  at,
  isSimulated: false,
});

const webApiAnswer = (authTicket: number, result: number, ticketBuffer: Uint8Array, at = 50): Arrival => ({
  name: 'getTicketForWebApi',
  fields: { authTicket, result, ticketSize: ticketBuffer.length, ticketBuffer },
  seq: 3,
  at,
  answers: undefined,
  latencyMs: undefined,
});

const answer = (authTicket: number, result: number, at = 50): Arrival => ({
  name: 'getAuthSessionTicketResponse',
  fields: { authTicket, result },
  seq: 3,
  at,
  answers: undefined,
  latencyMs: undefined,
});

function begin() {
  const onChanged = vi.fn<(book: TicketBook) => void>();
  const keeper = createBookKeeper({ ownId: () => undefined, onChanged });
  return { keeper, onChanged, states: () => keeper.book().tickets.map(({ state }) => state) };
}

describe('a ticket', () => {
  it('waits for its callback once it is issued', () => {
    const { keeper, onChanged } = begin();
    keeper.called(issued(7, 1000, { name: 'server' }));
    expect(keeper.book()).toEqual({
      tickets: [
        {
          number: 1,
          kind: 'session',
          handle: 7,
          sizeBytes: 7,
          remote: { name: 'server' },
          state: 'waiting',
          issuedAt: 1000,
          deadline: 1000 + ANSWER_TIMEOUT_MS,
          holders: [],
          isSimulated: false,
        },
      ],
      sessions: [],
    });
    expect(onChanged.mock.calls).toEqual([[keeper.book()]]);
    expect(keeper.tickets.bytes(1)).toEqual(bytes(7));
  });

  it('never has its bytes in the book', () => {
    const { keeper } = begin();
    keeper.called(issued(7));
    expect(JSON.stringify(keeper.book())).not.toContain('7,7,7');
    expect(Object.values(keeper.card(1) ?? {}).some((value) => value instanceof Uint8Array)).toBe(false);
  });

  it('is confirmed by OK and refused by anything else', () => {
    const { keeper, onChanged } = begin();
    keeper.called(issued(1));
    keeper.called(issued(2));
    keeper.arrived(answer(2, 3, 90));
    keeper.arrived(answer(1, 1, 80));
    expect(keeper.card(1)).toMatchObject({ state: 'confirmed', result: 1, answeredAt: 80 });
    expect(keeper.card(2)).toMatchObject({ state: 'refused', result: 3, answeredAt: 90 });
    expect(onChanged).toHaveBeenCalledTimes(4);
  });

  it('is unanswered when its time is over, and confirmed after all where the answer comes late', () => {
    const { keeper, onChanged } = begin();
    keeper.called(issued(1, 0));
    keeper.called(issued(2, 5));
    keeper.expire(ANSWER_TIMEOUT_MS - 1);
    expect(onChanged).toHaveBeenCalledTimes(2);
    keeper.expire(ANSWER_TIMEOUT_MS);
    expect(keeper.card(1)?.state).toBe('unanswered');
    expect(keeper.card(2)?.state).toBe('waiting');
    keeper.arrived(answer(1, 1));
    expect(keeper.card(1)?.state).toBe('confirmed');
  });

  it('that was cancelled stays cancelled, whatever is said of it afterwards', () => {
    const { keeper } = begin();
    keeper.called(issued(1));
    keeper.called(cancelled(1));
    keeper.expire(ANSWER_TIMEOUT_MS);
    keeper.arrived(answer(1, 1));
    expect(keeper.card(1)).toMatchObject({ state: 'cancelled', result: 1, endedAt: 0 });
    keeper.lose(90);
    expect(keeper.card(1)?.state).toBe('cancelled');
  });

  it('is lost with its client, unless it had ended', () => {
    const { keeper, states } = begin();
    for (const handle of [1, 2, 3, 4]) keeper.called(issued(handle));
    keeper.arrived(answer(2, 1));
    keeper.arrived(answer(3, 2));
    keeper.called(cancelled(4));
    expect(keeper.tickets.live().map(({ handle }) => handle)).toEqual([1, 2, 3]);
    keeper.lose(70);
    expect(states()).toEqual(['cancelled', 'lost', 'lost', 'lost']);
    expect(keeper.card(1)?.endedAt).toBe(70);
    expect(keeper.tickets.live()).toEqual([]);
  });

  it('is lost with the pipe: cancelling it afterwards reaches nobody', () => {
    const { keeper, states } = begin();
    keeper.called(issued(7));
    const news = { seq: 4, at: 60, answers: undefined, latencyMs: undefined } as const;
    keeper.arrived({ ...news, name: 'ipcFailure', fields: { type: 0 } });
    expect(states()).toEqual(['waiting']);
    keeper.arrived({ ...news, name: 'ipcFailure', fields: { type: 1 } });
    keeper.called(cancelled(7));
    expect(states()).toEqual(['lost']);
  });

  it('is not there where Steam gave the invalid handle', () => {
    const { keeper } = begin();
    keeper.called(issued(0));
    expect(keeper.book().tickets).toEqual([]);
  });
});

describe('a ticket for the web API', () => {
  it('has no bytes until its callback brings them', () => {
    const { keeper, onChanged } = begin();
    keeper.called(issuedForWebApi(4, 0, 'shop'));
    expect(keeper.card(1)).toMatchObject({
      kind: 'webApi',
      handle: 4,
      sizeBytes: 0,
      serviceIdentity: 'shop',
      state: 'waiting',
    });
    expect(keeper.tickets.bytes(1)).toEqual(bytes(0));
    keeper.arrived(webApiAnswer(4, 1, bytes(9)));
    expect(keeper.card(1)).toMatchObject({ state: 'confirmed', sizeBytes: 9, result: 1, answeredAt: 50 });
    expect(keeper.tickets.bytes(1)).toEqual(bytes(9));
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  it('is refused, unanswered, cancelled and lost like any other', () => {
    const { keeper, states } = begin();
    for (const handle of [1, 2, 3, 4]) keeper.called(issuedForWebApi(handle));
    keeper.arrived(webApiAnswer(1, 25, bytes(0)));
    keeper.called(cancelled(2));
    keeper.expire(ANSWER_TIMEOUT_MS);
    expect(states()).toEqual(['unanswered', 'unanswered', 'cancelled', 'refused']);
    keeper.arrived(webApiAnswer(3, 1, bytes(5)));
    keeper.lose(70);
    expect(states()).toEqual(['lost', 'lost', 'cancelled', 'lost']);
    expect(keeper.card(1)).not.toHaveProperty('serviceIdentity');
  });

  it('is not answered by a callback for session tickets, nor the other way round', () => {
    const { keeper, states } = begin();
    keeper.called(issuedForWebApi(1));
    keeper.called(issued(2));
    keeper.arrived(answer(1, 1));
    keeper.arrived(webApiAnswer(2, 1, bytes(5)));
    expect(states()).toEqual(['waiting', 'waiting']);
    expect(keeper.tickets.bytes(2)).toEqual(bytes(2));
  });
});

describe('the book', () => {
  it('shows the newest first', () => {
    const { keeper } = begin();
    for (const handle of [5, 6, 7]) keeper.called(issued(handle));
    expect(keeper.book().tickets.map(({ number, handle }) => [number, handle])).toEqual([
      [3, 7],
      [2, 6],
      [1, 5],
    ]);
  });

  it('takes the newest ticket where a handle came again with another client', () => {
    const { keeper } = begin();
    keeper.called(issued(1));
    keeper.lose(0);
    keeper.called(issued(1));
    keeper.arrived(answer(1, 1));
    expect(keeper.byHandle(1)?.number).toBe(2);
    expect(keeper.card(1)?.state).toBe('lost');
    expect(keeper.card(2)?.state).toBe('confirmed');
    keeper.called(cancelled(1));
    expect(keeper.card(1)?.state).toBe('lost');
    expect(keeper.card(2)?.state).toBe('cancelled');
  });

  it('does not mind what it was never told of', () => {
    const { keeper, onChanged } = begin();
    keeper.arrived(answer(9, 1));
    keeper.called(cancelled(9));
    keeper.called({ ...cancelled(9), name: 'endAuthSession', args: { steamId: '1' } });
    keeper.arrived({
      name: 'licensesUpdated',
      fields: {},
      seq: 1,
      at: 0,
      answers: undefined,
      latencyMs: undefined,
    });
    keeper.expire(1e9);
    keeper.lose(0);
    expect(onChanged).not.toHaveBeenCalled();
    expect([keeper.card(1), keeper.byHandle(9), keeper.tickets.bytes(1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('forgets the oldest ticket that has ended when it is too long, and never a live one', () => {
    const { keeper } = begin();
    for (let handle = 1; handle <= 500; handle += 1) keeper.called(issued(handle));
    keeper.called(cancelled(2));
    keeper.called(issued(501));
    expect(keeper.card(1)?.handle).toBe(1);
    expect(keeper.card(2)).toBe(undefined);
    expect(keeper.book().tickets).toHaveLength(500);
    keeper.called(issued(502));
    expect(keeper.book().tickets).toHaveLength(501);
    keeper.called(cancelled(3));
    keeper.called(cancelled(4));
    keeper.called(issued(503));
    expect(keeper.book().tickets).toHaveLength(500);
  });
});
