import { describe, expect, it, vi } from 'vitest';
import { createBench, type BenchParts } from '../bench.ts';
import { createHandClock } from '../hand-clock.ts';
import { succeed, type Outcome } from '../outcome.ts';
import { createScriptedPorts, scriptedDesktop } from '../scripted-ports.ts';
import { defaultAccounts } from '../simulator/default-accounts.ts';
import { createSharedSimulation } from '../simulator/shared-simulation.ts';
import { fromHex } from '../steam/hex.ts';
import type { TicketBook } from './book.ts';

const [ada, bob] = defaultAccounts;
const ADA = ada?.steamId ?? '';
const BOB = bob?.steamId ?? '';

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

async function begin(desktop: Partial<BenchParts['desktop']> = {}) {
  const clock = createHandClock();
  const simulation = createSharedSimulation({ seed: 1, clock, packing: 4 });
  const told: TicketBook[] = [];
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation,
    startWith: { client: 'simulated', appId: 480, appIdSource: 'default' },
    openSteam: () => Promise.reject(new Error('not asked for')),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    desktop: { ...scriptedDesktop, ...desktop },
    publish: (feature, member, payload) => {
      if (feature === 'tickets' && member === 'changed') told.push(payload as TicketBook);
    },
    record: () => undefined,
    wake: () => undefined,
  });
  await bench.start();
  const { tickets, sessions, session } = bench.handlers;
  const book = async (): Promise<TicketBook> => valueOf(await tickets.get(undefined));
  return {
    bench,
    simulation,
    tickets,
    sessions,
    session,
    told,
    book,
    run: (milliseconds: number): void => {
      for (let passed = 0; passed < milliseconds; passed += 4) {
        clock.pass(4);
        bench.tick();
      }
    },
    calls: (name: string) => bench.journal.read().entries.filter((entry) => entry.name === name),
    /** A ticket of another player, in hex. */
    ticketOfBob: (): string => {
      simulation.raise({ kind: 'peerIssuesTicket', steamId: BOB, remote: undefined });
      return simulation.snapshot().world?.peers[0]?.tickets[0]?.hex ?? '';
    },
  };
}

describe('a ticket for the web API', () => {
  it('has nothing to show, copy, save or check with until its bytes come', async () => {
    const saved = vi.fn<BenchParts['desktop']['saveBytes']>((file) =>
      Promise.resolve(succeed({ path: 'chosen', sizeBytes: file.bytes.length })),
    );
    const { tickets, sessions, run, calls } = await begin({ saveBytes: saved });
    const issued = valueOf(await tickets.issueWebApi({ serviceIdentity: 'shop' }));
    expect(issued).toMatchObject({ kind: 'webApi', sizeBytes: 0, state: 'waiting', isSimulated: true });
    const early = [
      await tickets.reveal({ number: 1 }),
      await tickets.copy({ number: 1, encoding: 'hex' }),
      await tickets.save({ number: 1, encoding: 'hex' }),
      await tickets.decode({ number: 1 }),
      await sessions.begin({ ticket: { number: 1 }, steamId: ADA }),
    ];
    for (const outcome of early) expect(outcome).toMatchObject({ error: { code: 'ticket-empty' } });
    expect(calls('beginAuthSession')).toEqual([]);

    run(2000);
    const { hex } = valueOf(await tickets.reveal({ number: 1 }));
    expect(hex.length).toBeGreaterThan(100);
    valueOf(await tickets.save({ number: 1, encoding: 'hex' }));
    expect(saved.mock.calls).toMatchObject([
      [{ suggestedName: 'web-api-ticket-1', bytes: fromHex(hex), encoding: 'hex' }],
    ]);
    expect(valueOf(await tickets.cancel({ number: 1 }))).toMatchObject({ state: 'cancelled' });
    expect(calls('cancelAuthTicket')).toMatchObject([{ args: { authTicket: issued.handle } }]);
  });
});

describe('saving a ticket', () => {
  it('suggests a name that gives nothing away, and answers what the dialogue did', async () => {
    const saved = vi.fn<BenchParts['desktop']['saveBytes']>(() => Promise.resolve(succeed(null)));
    const { tickets } = await begin({ saveBytes: saved });
    valueOf(await tickets.issueSession({ remote: undefined }));
    expect(valueOf(await tickets.save({ number: 1, encoding: 'bytes' }))).toBe(null);
    expect(saved.mock.calls[0]?.[0].suggestedName).toBe('session-ticket-1');
    expect(await tickets.save({ number: 2, encoding: 'bytes' })).toMatchObject({
      error: { code: 'unknown-ticket' },
    });
  });
});

describe('decoding', () => {
  it('takes a ticket of the book, text as it was pasted, and the bytes of a file', async () => {
    const { tickets } = await begin();
    valueOf(await tickets.issueSession({ remote: undefined }));
    const { hex } = valueOf(await tickets.reveal({ number: 1 }));
    const bytes = fromHex(hex) ?? new Uint8Array();
    const sources = [
      { number: 1 },
      { text: `  ${hex}\n` },
      { bytes },
      { bytes: new TextEncoder().encode(hex) },
    ];
    for (const source of sources) {
      const reading = valueOf(await tickets.decode(source));
      expect(reading).toMatchObject({ kind: 'session', isSimulated: true, ownership: { steamId: ADA } });
    }
    expect(await tickets.decode({ text: 'no ticket!' })).toMatchObject({ error: { code: 'not-text' } });
    expect(await tickets.decode({ bytes: Uint8Array.of(1, 2) })).toMatchObject({
      error: { code: 'ticket-broken' },
    });
    expect(await tickets.decode({ bytes: new Uint8Array() })).toMatchObject({
      error: { code: 'ticket-empty' },
    });
  });

  it('asks for a file, which may hold the bytes or their hex, and may be declined', async () => {
    const files: Uint8Array[] = [];
    const { tickets } = await begin({
      readFile: () => {
        const bytes = files.shift();
        return Promise.resolve(succeed(bytes === undefined ? null : { name: 'a ticket', bytes }));
      },
    });
    expect(valueOf(await tickets.decodeFile(undefined))).toBe(null);
    valueOf(await tickets.issueSession({ remote: undefined }));
    const { hex } = valueOf(await tickets.reveal({ number: 1 }));
    files.push(new TextEncoder().encode(hex));
    expect(valueOf(await tickets.decodeFile(undefined))).toMatchObject({
      name: 'a ticket',
      reading: { sizeBytes: hex.length / 2 },
    });
  });
});

describe('an auth session', () => {
  it('is begun with another player’s ticket, verified, asked for licences, and ended', async () => {
    const { ticketOfBob, sessions, book, run, bench } = await begin();
    const begun = valueOf(await sessions.begin({ ticket: { text: ticketOfBob() }, steamId: BOB }));
    expect(begun).toMatchObject({ number: 1, steamId: BOB, result: 0, state: 'waiting', isSimulated: true });
    expect(begun).not.toHaveProperty('ticketNumber');
    expect(bench.live()).toEqual({ liveTickets: 0, openSessions: 1 });
    run(2000);
    expect(await book()).toMatchObject({
      sessions: [{ state: 'verified', verdicts: [{ response: 0, ownerId: BOB }] }],
    });
    expect(valueOf(await sessions.checkLicence({ number: 1, appId: 480 }))).toMatchObject({
      appId: 480,
      result: 0,
    });
    expect(await book()).toMatchObject({ sessions: [{ licences: [{ appId: 480, result: 0 }] }] });
    expect(valueOf(await sessions.end({ number: 1 }))).toMatchObject({ state: 'ended' });
    expect(bench.live()).toEqual({ liveTickets: 0, openSessions: 0 });
  });

  it('is not begun with what is no ticket, which is an answer and no failure', async () => {
    const { sessions } = await begin();
    expect(valueOf(await sessions.begin({ ticket: { text: 'abcd' }, steamId: BOB }))).toMatchObject({
      result: 1,
      state: 'notBegun',
      ticketBytes: 2,
    });
    for (const command of [sessions.end({ number: 9 }), sessions.checkLicence({ number: 9, appId: 480 })]) {
      expect(await command).toMatchObject({ error: { code: 'unknown-session' } });
    }
  });

  it('hears that the ticket was cancelled, and ends it once', async () => {
    const { tickets, sessions, book, run, calls } = await begin();
    valueOf(await tickets.issueSession({ remote: undefined }));
    valueOf(await sessions.begin({ ticket: { number: 1 }, steamId: ADA }));
    run(2000);
    expect(await book()).toMatchObject({
      tickets: [{ holders: [{ steamId: ADA, knownBy: 'own session' }] }],
      sessions: [{ ticketNumber: 1, state: 'verified' }],
    });
    valueOf(await tickets.cancel({ number: 1 }));
    run(2000);
    expect(await book()).toMatchObject({
      sessions: [{ state: 'refused', verdicts: [{ response: 0 }, { response: 6 }] }],
    });
    valueOf(await sessions.end({ number: 1 }));
    expect(valueOf(await sessions.end({ number: 1 }))).toMatchObject({ state: 'ended' });
    expect(calls('endAuthSession')).toHaveLength(1);
  });

  it('of another player is seen on the ticket that they checked, while the simulator shows it', async () => {
    const { tickets, simulation, book, run, told } = await begin();
    valueOf(await tickets.issueSession({ remote: undefined }));
    const { hex } = valueOf(await tickets.reveal({ number: 1 }));
    const check = { kind: 'peerBeginsSession', steamId: BOB, ticketHex: hex, ofSteamId: ADA } as const;
    valueOf(simulation.raise(check));
    expect(await book()).toMatchObject({
      tickets: [{ holders: [{ steamId: BOB, knownBy: 'simulator' }] }],
    });
    expect(told.at(-1)).toEqual(await book());
    run(2000);
    valueOf(simulation.raise({ kind: 'peerEndsSession', steamId: BOB, ofSteamId: ADA }));
    expect(await book()).toMatchObject({ tickets: [{ holders: [] }] });
  });
});

describe('leaving', () => {
  it('ends sessions, then cancels tickets, and tells of it once', async () => {
    const { tickets, sessions, session, told, book, bench, calls } = await begin();
    valueOf(await tickets.issueSession({ remote: undefined }));
    valueOf(await tickets.issueWebApi({}));
    valueOf(await sessions.begin({ ticket: { number: 1 }, steamId: ADA }));
    expect(bench.live()).toEqual({ liveTickets: 2, openSessions: 1 });
    const before = told.length;
    valueOf(await session.disconnect(undefined));
    expect(told).toHaveLength(before + 1);
    expect(await book()).toMatchObject({
      tickets: [{ state: 'cancelled' }, { state: 'cancelled' }],
      sessions: [{ state: 'ended' }],
    });
    const order = [...calls('endAuthSession'), ...calls('cancelAuthTicket')].map(({ seq }) => seq);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('loses what a broken pipe keeps out of reach', async () => {
    const { tickets, sessions, simulation, run, book, bench } = await begin();
    valueOf(await tickets.issueSession({ remote: undefined }));
    valueOf(await sessions.begin({ ticket: { number: 1 }, steamId: ADA }));
    valueOf(simulation.raise({ kind: 'ipcFailure', type: 1 }));
    run(100);
    expect(await book()).toMatchObject({ tickets: [{ state: 'lost' }], sessions: [{ state: 'lost' }] });
    expect(bench.live()).toEqual({ liveTickets: 0, openSessions: 0 });
  });
});
