import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createBench, type BenchParts } from './bench.ts';
import { createHandClock, NOON } from './hand-clock.ts';
import { contract } from './ipc/contract.ts';
import { commandChannels, createDispatch } from './ipc/serve.ts';
import type { JournalEntry } from './journal/entry.ts';
import { fail, failureCodes, succeed, type Outcome } from './outcome.ts';
import { createScriptedPorts, scriptedDesktop } from './scripted-ports.ts';
import { defaultSettings, readSettings } from './settings/settings.ts';
import { defaultAccounts } from './simulator/default-accounts.ts';
import { createSharedSimulation } from './simulator/shared-simulation.ts';
import { toHex } from './steam/hex.ts';
import { createScriptedClient, type Script, type ScriptedClient } from './steam/scripted-client.ts';
import type { OpenSteam } from './steam/steam-client.ts';
import { userFunctionNames } from './steam/user-functions.ts';
import type { TicketCard } from './tickets/book.ts';

const [ada] = defaultAccounts;
const ADA = ada?.steamId ?? '';
const clientMissing = fail('client-missing', 'Steam is not installed.');

interface Told {
  readonly channel: string;
  readonly payload: unknown;
}

function begin(parts: Partial<BenchParts> = {}) {
  const clock = createHandClock();
  const told: Told[] = [];
  const recorded: JournalEntry[] = [];
  const wake = vi.fn<() => void>();
  const copyBytes = vi.fn<BenchParts['desktop']['copyBytes']>(() => Promise.resolve());
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation: createSharedSimulation({ seed: 1, clock, packing: 4 }),
    startWith: { client: 'simulated', appId: 480, appIdSource: 'command line' },
    openSteam: () => Promise.resolve(clientMissing),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    desktop: { ...scriptedDesktop, copyBytes },
    publish: (feature, member, payload) => told.push({ channel: `${feature}.${member}`, payload }),
    record: (entries) => recorded.push(...entries),
    wake,
    ...parts,
  });
  const bugs: unknown[] = [];
  const dispatch = createDispatch(contract, bench.handlers, (_channel, error) => bugs.push(error));
  return {
    bench,
    clock,
    wake,
    copyBytes,
    recorded,
    bugs,
    dispatch,
    /** What was told on a channel, oldest first. */
    toldOn: (channel: string) => told.filter((one) => one.channel === channel).map(({ payload }) => payload),
    call: (name: string, args?: unknown) => dispatch('steam.call', { name, args }),
    entries: () => bench.journal.read().entries,
    /** Lets time pass as the host's loop would, until then. */
    run: (milliseconds: number): void => {
      for (let passed = 0; passed < milliseconds; passed += 4) {
        clock.pass(4);
        bench.tick();
      }
    },
  };
}

function valueOf(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

const cardOf = (outcome: Outcome<unknown>): TicketCard => valueOf(outcome) as TicketCard;

/** Opens clients that were scripted beforehand, one after the other. */
const opening = (...clients: readonly ScriptedClient[]): OpenSteam => {
  const left = [...clients];
  return () => {
    const client = left.shift();
    return Promise.resolve(client === undefined ? clientMissing : succeed(client));
  };
};

/** A client that gives tickets with handles from 1. */
function ticketClient(script: Script = {}): ScriptedClient {
  let handle = 0;
  return createScriptedClient({
    script: {
      ...script,
      getAuthSessionTicket: () => {
        handle += 1;
        return succeed({ id: handle, buffer: Uint8Array.of(0xab, handle), size: 2 });
      },
    },
  });
}

const steamParts = (...clients: readonly ScriptedClient[]): Partial<BenchParts> => ({
  openSteam: opening(...clients),
  startWith: { client: 'steam', appId: 480, appIdSource: 'default' },
});

describe('a day with the simulated client', () => {
  it('starts connected as the command line asked', async () => {
    const { bench, dispatch, toldOn, wake } = begin();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({ state: 'disconnected' });
    await bench.start();
    const connected = {
      state: 'connected',
      client: 'simulated',
      appId: 480,
      appIdSource: 'command line',
      steamId: ADA,
      personaName: ada?.personaName,
    };
    expect(valueOf(await dispatch('session.get', undefined))).toEqual(connected);
    expect(toldOn('session.changed')).toMatchObject([{ state: 'connecting' }, connected]);
    expect(wake).toHaveBeenCalled();
  });

  it('answers calls and writes them down in order', async () => {
    const { bench, call, entries } = begin();
    await bench.start();
    const before = bench.journal.read().lastSeq;
    expect(await call('getSteamID')).toEqual({ ok: true, value: ADA });
    expect(await call('getGameBadgeLevel', { series: 1, foil: true })).toEqual({ ok: true, value: 1 });
    expect(await call('getGameBadgeLevel', { series: '1', foil: true })).toMatchObject({
      error: { code: 'bad-payload' },
    });
    expect(await call('getNothing')).toMatchObject({ error: { code: 'unknown-function' } });
    expect(entries().slice(before)).toMatchObject([
      { seq: before + 1, kind: 'call', name: 'getSteamID', value: ADA, simulated: true },
      { seq: before + 2, kind: 'call', name: 'getGameBadgeLevel', value: 1 },
    ]);
    expect(bench.journal.read().lastSeq).toBe(before + 2);
  });

  it('begins its journal with the session and what the account is asked', async () => {
    const { bench, entries } = begin();
    await bench.start();
    expect(entries().map(({ seq }) => seq)).toEqual(entries().map((_, index) => index + 1));
    expect(entries().slice(0, 4)).toMatchObject([
      { kind: 'session', name: 'connecting' },
      { kind: 'call', name: 'getSteamID', value: ADA },
      { kind: 'session', name: 'connected' },
      { kind: 'call', name: 'loggedOn', value: true },
    ]);
  });

  it('follows a ticket from its call to the confirmation', async () => {
    const { bench, dispatch, run, toldOn, entries } = begin();
    await bench.start();
    const issued = cardOf(await dispatch('tickets.issueSession', { remote: { name: 'server' } }));
    expect(issued).toMatchObject({
      number: 1,
      state: 'waiting',
      remote: { name: 'server' },
      isSimulated: true,
    });
    expect(bench.nextTickMs()).toBeLessThanOrEqual(4);
    run(200);
    expect(toldOn('tickets.changed').at(-1)).toMatchObject({
      tickets: [{ number: 1, state: 'confirmed', result: 1 }],
    });
    const call = entries().find(({ name }) => name === 'getAuthSessionTicket');
    const answer = entries().find(({ name }) => name === 'getAuthSessionTicketResponse');
    expect(answer).toMatchObject({
      kind: 'callback',
      answers: call?.seq,
      value: { authTicket: issued.handle },
    });
    expect(answer?.durationMs).toBeGreaterThan(0);
    expect(valueOf(await dispatch('tickets.get', undefined))).toEqual(toldOn('tickets.changed').at(-1));
  });

  it('shows the bytes of a ticket only when asked, and copies them without showing them', async () => {
    const { bench, dispatch, call, copyBytes } = begin();
    await bench.start();
    const ticket = valueOf(await call('getAuthSessionTicket')) as { readonly buffer: Uint8Array };
    const revealed = valueOf(await dispatch('tickets.reveal', { number: 1 })) as { readonly hex: string };
    expect(revealed.hex).toBe(toHex(ticket.buffer));
    for (const encoding of ['hex', 'base64'] as const) {
      expect(await dispatch('tickets.copy', { number: 1, encoding })).toEqual({ ok: true, value: null });
      expect(copyBytes).toHaveBeenLastCalledWith(ticket.buffer, encoding);
    }
    for (const command of ['tickets.reveal', 'tickets.cancel']) {
      expect(await dispatch(command, { number: 2 })).toMatchObject({ error: { code: 'unknown-ticket' } });
    }
    expect(await dispatch('tickets.copy', { number: 2, encoding: 'hex' })).toMatchObject({
      error: { code: 'unknown-ticket' },
    });
  });

  it('tells what the world does to the account', async () => {
    const { bench, dispatch, run, toldOn } = begin();
    await bench.start();
    expect(await dispatch('simulation.raise', { kind: 'serverDisconnected', result: 3 })).toMatchObject({
      ok: true,
    });
    run(40);
    expect(toldOn('account.changed').at(-1)).toMatchObject({
      lamps: { loggedOn: false },
      history: [{ state: 'online' }, { state: 'offline', result: 3 }],
    });
    expect(await dispatch('simulation.raise', { kind: 'steamShutdown' })).toMatchObject({ ok: true });
    run(40);
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({
      state: 'connected',
      failure: { code: 'steam-shut-down' },
    });
  });

  it('ends every live ticket and every call with the client', async () => {
    const { bench, dispatch, call, run, entries } = begin();
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('tickets.issueSession', {});
    run(200);
    const before = bench.journal.read().lastSeq;
    expect(valueOf(await dispatch('session.disconnect', undefined))).toMatchObject({ state: 'disconnected' });
    expect(entries().slice(before)).toMatchObject([
      { kind: 'call', name: 'cancelAuthTicket', args: { authTicket: 1 } },
      { kind: 'call', name: 'cancelAuthTicket', args: { authTicket: 2 } },
      { kind: 'session', name: 'disconnected' },
    ]);
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({
      tickets: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
    expect(await call('loggedOn')).toMatchObject({ error: { code: 'not-connected' } });
    expect(valueOf(await dispatch('pump.get', undefined))).toMatchObject({ mode: 'stopped' });
    expect(valueOf(await dispatch('account.get', undefined))).toMatchObject({
      lamps: {},
      steamLevel: undefined,
    });
  });
});

describe('starting without a choice', () => {
  it('falls back to the simulator, and what happens is up to it', async () => {
    const startWith = { client: undefined, appId: 480, appIdSource: 'default' } as const;
    const { bench, dispatch } = begin({ startWith });
    await bench.start();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({
      state: 'connected',
      client: 'simulated',
      fallback: clientMissing.error,
    });
  });

  it('takes Steam where it answers, and nothing can be made to happen to it', async () => {
    const startWith = { client: undefined, appId: 480, appIdSource: 'default' } as const;
    const { bench, dispatch } = begin({ startWith, openSteam: opening(createScriptedClient()) });
    await bench.start();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({ client: 'steam' });
    expect(await dispatch('simulation.raise', { kind: 'licensesUpdated' })).toMatchObject({
      error: { code: 'simulated-only' },
    });
  });
});

describe('a ticket of a client that is gone', () => {
  it('is not mistaken for one of the next client with the same handle', async () => {
    const next = ticketClient();
    const { bench, dispatch } = begin(steamParts(ticketClient(), next));
    await bench.start();
    const old = cardOf(await dispatch('tickets.issueSession', {}));
    await dispatch('session.connect', { client: 'steam', appId: 480 });
    const current = cardOf(await dispatch('tickets.issueSession', {}));
    expect([old.number, current.number, old.handle === current.handle]).toEqual([1, 2, true]);

    expect(cardOf(await dispatch('tickets.cancel', { number: old.number })).state).toBe('cancelled');
    expect(next.asked).not.toContain('cancelAuthTicket');
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({
      tickets: [
        { number: 2, state: 'waiting' },
        { number: 1, state: 'cancelled' },
      ],
    });

    expect(cardOf(await dispatch('tickets.cancel', { number: current.number })).state).toBe('cancelled');
    expect(next.asked).toContain('cancelAuthTicket');
  });

  it('is lost where it could not be taken back', async () => {
    const { bench, dispatch } = begin(
      steamParts(ticketClient({ cancelAuthTicket: () => fail('call-failed') })),
    );
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('session.disconnect', undefined);
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({ tickets: [{ state: 'lost' }] });
  });

  it('is not answered by what the next client hears', async () => {
    const next = ticketClient();
    const { bench, dispatch, entries, clock } = begin(steamParts(ticketClient(), next));
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('session.connect', { client: 'steam', appId: 480 });
    next.callBack('getAuthSessionTicketResponse', { authTicket: 1, result: 1 });
    clock.pass(30);
    bench.tick();
    expect(entries().at(-1)).toMatchObject({ kind: 'callback', name: 'getAuthSessionTicketResponse' });
    expect(entries().at(-1)).not.toHaveProperty('answers');
  });

  it('is refused with a reason where Steam gave none', async () => {
    const { bench, dispatch } = begin(steamParts(createScriptedClient()));
    await bench.start();
    expect(await dispatch('tickets.issueSession', {})).toMatchObject({ error: { code: 'call-failed' } });
    expect(valueOf(await dispatch('tickets.get', undefined))).toEqual({ tickets: [], sessions: [] });
  });
});

describe('the journal', () => {
  it('reaches the page in order, whole, and in portions that it can take', async () => {
    const { bench, call, run, toldOn, recorded, entries } = begin();
    await bench.start();
    for (let count = 0; count < 1500; count += 1) await call('getPlayerSteamLevel');
    run(200);
    const batches = toldOn('journal.appended') as readonly (readonly JournalEntry[])[];
    expect(batches.every((batch) => batch.length > 0 && batch.length <= 600)).toBe(true);
    expect(batches.length).toBeGreaterThanOrEqual(2);
    expect(batches.flat()).toEqual(entries());
    expect(recorded).toEqual(entries());
  });

  it('waits three frames between two portions, and asks for the tick that it needs', async () => {
    const { bench, clock, toldOn } = begin();
    await bench.start();
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(1);
    bench.journal.append({ time: 0, kind: 'fault', name: 'bug' });
    expect(bench.nextTickMs()).toBeLessThanOrEqual(50);
    clock.pass(49);
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(1);
    clock.pass(1);
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(2);
  });

  it('is published to its end also without a client; then there is nothing to do', async () => {
    const { bench, dispatch, clock, recorded, entries } = begin();
    expect(bench.nextTickMs()).toBe(undefined);
    await bench.start();
    await dispatch('session.disconnect', undefined);
    while (bench.nextTickMs() !== undefined) {
      clock.pass(bench.nextTickMs() ?? 0);
      bench.tick();
    }
    expect(recorded).toEqual(entries());
  });

  it('is read from a number, cleared, and saved', async () => {
    const { bench, dispatch, toldOn } = begin();
    await bench.start();
    const { lastSeq } = bench.journal.read();
    expect(valueOf(await dispatch('journal.read', { after: lastSeq - 2, limit: 1 }))).toMatchObject({
      entries: [{ seq: lastSeq - 1 }],
      lastSeq,
    });
    expect(valueOf(await dispatch('journal.save', undefined))).toEqual({
      path: 'journal.jsonl',
      entries: lastSeq,
    });
    expect(await dispatch('journal.clear', undefined)).toEqual({ ok: true, value: null });
    expect(toldOn('journal.cleared')).toEqual([{ lastSeq }]);
    expect(valueOf(await dispatch('journal.read', undefined))).toEqual({ entries: [], lastSeq, dropped: 0 });
  });
});

describe('the rest of the bench', () => {
  it('tells the figures of the pump once a second at most, and only what differs', async () => {
    const { bench, run, toldOn } = begin();
    await bench.start();
    run(3000);
    const told = toldOn('pump.changed').length;
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(4);
    run(3000);
    expect(toldOn('pump.changed')).toHaveLength(told);
  });

  it('tells of the account only what differs', async () => {
    const { bench, call, toldOn } = begin();
    await bench.start();
    await call('getPlayerSteamLevel');
    const told = toldOn('account.changed').length;
    for (let count = 0; count < 10; count += 1) await call('getPlayerSteamLevel');
    expect(toldOn('account.changed')).toHaveLength(told);
  });

  it('asks the doctor with what it knows', async () => {
    const examine = vi.fn<BenchParts['examine']>(() => Promise.resolve({ checks: [], examinedAt: 1 }));
    const { dispatch, bench } = begin({
      examine,
      startWith: { client: 'steam', appId: 480, appIdSource: 'default' },
    });
    await bench.start();
    expect(valueOf(await dispatch('doctor.examine', undefined))).toEqual({ checks: [], examinedAt: 1 });
    expect(examine.mock.calls).toEqual([
      [
        {
          appId: 480,
          appIdSource: 'default',
          lastFailure: clientMissing.error,
          isConnectedNatively: false,
          now: NOON,
        },
      ],
    ]);
  });

  it('tells the page of settings that hold, also where they could not be written', async () => {
    let held = defaultSettings;
    const storageFailed = fail('storage-failed', 'No room.');
    const { dispatch, toldOn } = begin({
      settings: {
        get: () => held,
        set: (change) => {
          held = readSettings({ ...held, ...change });
          return storageFailed;
        },
      },
    });
    expect(await dispatch('settings.set', { theme: 'dark' })).toEqual(storageFailed);
    expect(toldOn('settings.changed')).toEqual([{ ...defaultSettings, theme: 'dark' }]);
    expect(valueOf(await dispatch('settings.get', undefined))).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('closes the client at the end, tickets first', async () => {
    const client = ticketClient();
    const { bench, dispatch } = begin(steamParts(client));
    await bench.start();
    await dispatch('tickets.issueSession', {});
    bench.close();
    expect(client.asked.at(-1)).toBe('cancelAuthTicket');
    expect(client.isClosed()).toBe(true);
    expect(bench.nextTickMs()).toBeLessThanOrEqual(16);
  });
});

describe('whatever the page sends', () => {
  const channels = commandChannels(contract);

  it('is answered with an outcome of a known code, 10,000 times, and without a bug', async () => {
    const { bench, dispatch, bugs, clock } = begin();
    await bench.start();
    const nearly = fc.record(
      {
        name: fc.oneof(fc.constantFrom(...userFunctionNames), fc.string()),
        args: fc.anything(),
        client: fc.constantFrom('steam', 'simulated', 'other'),
        appId: fc.oneof(fc.nat(), fc.anything()),
        number: fc.oneof(fc.integer(), fc.anything()),
        remote: fc.anything(),
        encoding: fc.constantFrom('hex', 'base64', 5),
        after: fc.anything(),
        limit: fc.oneof(fc.integer(), fc.anything()),
        kind: fc.constantFrom('steamShutdown', 'ipcFailure', 'nothing'),
        type: fc.anything(),
        account: fc.anything(),
        seed: fc.anything(),
        theme: fc.anything(),
        text: fc.anything(),
        url: fc.anything(),
        ticket: fc.oneof(
          fc.constant({ number: 1 }),
          fc.record({ text: fc.oneof(fc.string(), fc.constant('14000000')) }),
          fc.record({ bytes: fc.uint8Array() }),
          fc.anything(),
        ),
        bytes: fc.oneof(fc.uint8Array(), fc.anything()),
        steamId: fc.oneof(fc.constantFrom(ADA, '0'), fc.anything()),
        serviceIdentity: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }), nearly);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 20, arbitrary: fc.constantFrom(...channels) },
          { weight: 1, arbitrary: fc.string() },
        ),
        payload,
        async (channel, sent) => {
          const outcome = await dispatch(channel, sent);
          if (!outcome.ok) {
            expect(Object.keys(failureCodes)).toContain(outcome.error.code);
            expect(outcome.error.code).not.toBe('internal');
            expect(typeof outcome.error.message).toBe('string');
          }
          clock.pass(1);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(bugs).toEqual([]);
    bench.tick();
    expect(valueOf(await dispatch('session.get', undefined))).toHaveProperty('state');
  }, 60_000);

  it('as a call with any arguments is answered as well', async () => {
    const { bench, dispatch, bugs } = begin();
    await bench.start();
    const args = fc.dictionary(
      fc.constantFrom(
        'remote',
        'steamId',
        'authTicket',
        'series',
        'foil',
        'serverIp',
        'serverPort',
        'newState',
      ),
      fc.oneof(fc.anything(), fc.constantFrom<unknown>(ADA, 1, true, '10.0.0.1', Uint8Array.of(1))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...userFunctionNames), args, async (name, given) => {
        const outcome = await dispatch('steam.call', { name, args: given });
        if (!outcome.ok) expect(['bad-payload', 'not-simulated']).toContain(outcome.error.code);
      }),
      { numRuns: 2000 },
    );
    expect(bugs).toEqual([]);
  }, 30_000);
});
