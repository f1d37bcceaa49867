import { describe, expect, it, vi } from 'vitest';
import { createHandClock, NOON } from './hand-clock.ts';
import { createJournal } from './journal/journal.ts';
import { ANSWER_TIMEOUT_MS, createPairing } from './journal/pairing.ts';
import { createPump, FAST_TICK_MS, SLOW_TICK_MS, type Arrival, type ArrivalListener } from './pump.ts';
import { createScriptedClient, type ScriptedParts } from './steam/scripted-client.ts';
import type { SteamMessage } from './steam/steam-client.ts';

interface Parts extends ScriptedParts {
  readonly listeners?: readonly ArrivalListener[];
  /** What a look at the clock costs. */
  readonly stepMs?: number;
}

function begin({ listeners = [], stepMs = 0, ...scripted }: Parts = {}) {
  const clock = createHandClock(stepMs);
  const journal = createJournal();
  const pairing = createPairing();
  const client = createScriptedClient(scripted);
  const pump = createPump({ client, clock, journal, pairing, listeners });
  return { clock, journal, pairing, client, pump, entries: () => journal.read().entries };
}

const licences: SteamMessage = { kind: 'callback', id: 125, bytes: new Uint8Array(1) };

describe('what arrives', () => {
  it('is decoded, journaled with its bytes, and told', () => {
    const told: Arrival[] = [];
    const { pump, client, entries } = begin({ listeners: [(arrival) => told.push(arrival)] });
    client.callBack('steamServerDisconnected', { result: 3 });
    pump.tick();
    expect(entries()).toEqual([
      {
        seq: 1,
        time: NOON,
        kind: 'callback',
        name: 'steamServerDisconnected',
        value: { result: 3 },
        raw: '03000000',
      },
    ]);
    expect(told).toEqual([
      {
        name: 'steamServerDisconnected',
        fields: { result: 3 },
        seq: 1,
        at: NOON,
        answers: undefined,
        latencyMs: undefined,
      },
    ]);
  });

  it('is read by the packing of its client', () => {
    const { pump, client, entries } = begin({ packing: 8 });
    client.callBack('microtransactionAuthResponse', { appId: 480, orderId: '9', authorized: true });
    pump.tick();
    expect(entries()).toMatchObject([{ value: { appId: 480, orderId: '9', authorized: true } }]);
  });

  it('is marked where the simulator made it', () => {
    const { pump, client, entries } = begin({ kind: 'simulated' });
    client.callBack('licensesUpdated', {});
    client.post({ kind: 'callback', id: 9999, bytes: new Uint8Array() });
    pump.tick();
    expect(entries()).toMatchObject([{ simulated: true }, { simulated: true }]);
  });

  it('is in the journal in the order of its arrival', () => {
    const { pump, client, entries } = begin();
    for (let result = 0; result < 200; result += 1) client.callBack('steamServerDisconnected', { result });
    pump.tick();
    expect(entries().map(({ value }) => value)).toEqual(
      Array.from({ length: 200 }, (_, result) => ({ result })),
    );
  });

  it('and the table does not know is journaled by its number', () => {
    const listener = vi.fn();
    const { pump, client, entries } = begin({ listeners: [listener] });
    client.post({ kind: 'callback', id: 1112, bytes: Uint8Array.of(0xca, 0xfe) });
    client.post({ kind: 'callResult', call: '12', id: 1113, bytes: new Uint8Array() });
    pump.tick();
    expect(entries()).toEqual([
      { seq: 1, time: NOON, kind: 'callback', name: '1112', raw: 'cafe' },
      { seq: 2, time: NOON, kind: 'callResult', name: '1113', raw: '', call: '12' },
    ]);
    expect(listener).not.toHaveBeenCalled();
  });

  it('with a wrong size is journaled undecoded, with a fault that gives both sizes', () => {
    const listener = vi.fn();
    const { pump, client, entries } = begin({ listeners: [listener] });
    client.post({ kind: 'callback', id: 163, bytes: Uint8Array.of(1, 2, 3) });
    client.callBack('licensesUpdated', {});
    pump.tick();
    expect(entries()).toEqual([
      { seq: 1, time: NOON, kind: 'callback', name: 'getAuthSessionTicketResponse', raw: '010203' },
      {
        seq: 2,
        time: NOON,
        kind: 'fault',
        name: 'sizeMismatch',
        value: { message: 'getAuthSessionTicketResponse arrived with 3 bytes instead of 8: not decoded.' },
      },
      { seq: 3, time: NOON, kind: 'callback', name: 'licensesUpdated', value: {}, raw: '00' },
    ]);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('an answer', () => {
  it('names its call and how long it took', () => {
    const told: Arrival[] = [];
    const { pump, client, pairing, clock, entries } = begin({ listeners: [(arrival) => told.push(arrival)] });
    pairing.called(41, 'getMarketEligibility', {}, '7', clock.now());
    pairing.called(42, 'getAuthSessionTicket', {}, { id: 2, buffer: new Uint8Array(), size: 0 }, clock.now());
    clock.pass(30);
    client.callBack('getAuthSessionTicketResponse', { authTicket: 2, result: 1 });
    client.answer('7', 'marketEligibilityResponse', {
      allowed: true,
      notAllowedReason: 0,
      allowedAtTime: 0,
      daysSteamGuardRequired: 0,
      daysNewDeviceCooldown: 0,
    });
    pump.tick();
    expect(entries()).toMatchObject([
      { kind: 'callback', answers: 42, durationMs: 30 },
      { kind: 'callResult', answers: 41, durationMs: 30, call: '7', value: { allowed: true } },
    ]);
    expect(told).toMatchObject([
      { answers: 42, latencyMs: 30 },
      { answers: 41, latencyMs: 30 },
    ]);
  });

  it('that Steam could not give is an entry that says why', () => {
    const listener = vi.fn();
    const { pump, client, pairing, clock, entries } = begin({ listeners: [listener] });
    pairing.called(5, 'requestStoreAuthURL', { redirect: '' }, '7', clock.now());
    clock.pass(12);
    client.post({ kind: 'callFailure', call: '7', id: 165, reason: 1 });
    client.post({ kind: 'callFailure', call: '8', id: 9999, reason: 77 });
    pump.tick();
    expect(entries()).toEqual([
      {
        seq: 1,
        time: NOON + 12,
        kind: 'callResult',
        name: 'storeAuthUrlResponse',
        call: '7',
        value: { failed: true, reason: 1, reasonName: 'NetworkFailure' },
        answers: 5,
        durationMs: 12,
      },
      {
        seq: 2,
        time: NOON + 12,
        kind: 'callResult',
        name: '9999',
        call: '8',
        value: { failed: true, reason: 77, reasonName: 'unknown' },
      },
    ]);
    expect(listener).not.toHaveBeenCalled();
    expect(pairing.isAwaiting()).toBe(false);
  });

  it('that does not come in time is a fault, once', () => {
    const { pump, pairing, clock, entries } = begin();
    pairing.called(5, 'getDurationControl', {}, '7', clock.now());
    clock.pass(ANSWER_TIMEOUT_MS);
    pump.tick();
    pump.tick();
    expect(entries()).toEqual([
      {
        seq: 1,
        time: NOON + ANSWER_TIMEOUT_MS,
        kind: 'fault',
        name: 'answerTimedOut',
        value: { message: 'Nothing answered getDurationControl in time.' },
        answers: 5,
      },
    ]);
  });
});

describe('what goes wrong', () => {
  it('in a listener costs a fault entry; the other listeners and messages come to their right', () => {
    const heard: string[] = [];
    const { pump, client, entries } = begin({
      listeners: [
        () => {
          throw new Error('no room');
        },
        ({ name }) => heard.push(name),
      ],
    });
    client.callBack('licensesUpdated', {});
    client.callBack('steamShutdown', {});
    expect(() => pump.tick()).not.toThrow();
    expect(heard).toEqual(['licensesUpdated', 'steamShutdown']);
    expect(entries().map(({ name }) => name)).toEqual([
      'licensesUpdated',
      'listenerFailed',
      'steamShutdown',
      'listenerFailed',
    ]);
    expect(entries()[1]).toMatchObject({
      kind: 'fault',
      value: { message: 'A listener of licensesUpdated failed: Error: no room' },
    });
  });

  it('in the client costs a fault entry, and the next tick works again', () => {
    const drain = vi
      .fn<(limit: number) => readonly SteamMessage[]>()
      .mockImplementationOnce(() => {
        throw new Error('pipe');
      })
      .mockReturnValueOnce([licences])
      .mockReturnValue([]);
    const { pump, entries } = begin({ drain });
    expect(() => pump.tick()).not.toThrow();
    expect(entries()).toMatchObject([
      { kind: 'fault', name: 'pumpFailed', value: { message: 'Error: pipe' } },
    ]);
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
    pump.tick();
    expect(entries()).toMatchObject([{}, { kind: 'callback', name: 'licensesUpdated' }]);
  });

  it('in the middle of a burst does not make the pump race', () => {
    const full = Array.from({ length: 64 }, () => licences);
    const drain = vi
      .fn<(limit: number) => readonly SteamMessage[]>()
      .mockReturnValueOnce(full)
      .mockImplementation(() => {
        throw new Error('pipe');
      });
    const { pump, entries } = begin({ drain });
    pump.tick();
    expect(entries()).toHaveLength(65);
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
  });
});

describe('a burst', () => {
  it('is taken in one tick where there is time', () => {
    const { pump, client, entries } = begin();
    for (let count = 0; count < 1000; count += 1) client.post(licences);
    pump.tick();
    expect(entries()).toHaveLength(1000);
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
  });

  it('that takes too long is left for the next ticks, and nothing of it is lost', () => {
    // Every message costs 0.1 ms: a portion of 64 is over the budget of 6 ms.
    const { pump, client, entries } = begin({ stepMs: 0.1 });
    for (let result = 0; result < 1000; result += 1) client.callBack('steamServerDisconnected', { result });
    pump.tick();
    expect(entries()).toHaveLength(64);
    expect(pump.nextTickMs()).toBe(0);
    expect(pump.stats().mode).toBe('fast');
    let ticks = 1;
    while (pump.nextTickMs() === 0) {
      pump.tick();
      ticks += 1;
    }
    expect(ticks).toBe(16);
    expect(entries().map(({ value }) => value)).toEqual(
      Array.from({ length: 1000 }, (_, result) => ({ result })),
    );
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
  });
});

describe('the next tick', () => {
  it('is due soon while an answer is awaited, and later otherwise', () => {
    const { pump, client, pairing, clock } = begin();
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
    pairing.called(1, 'getAuthTicketForWebApi', {}, 4, clock.now());
    expect(pump.nextTickMs()).toBe(FAST_TICK_MS);
    expect(pump.stats().mode).toBe('fast');
    client.callBack('getTicketForWebApi', {
      authTicket: 4,
      result: 1,
      ticketSize: 0,
      ticketBuffer: new Uint8Array(),
    });
    pump.tick();
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
    expect(pump.stats().mode).toBe('slow');
  });

  it('is not due soon for ever where nothing answers', () => {
    const { pump, pairing, clock } = begin();
    pairing.called(1, 'getAuthTicketForWebApi', {}, 4, clock.now());
    clock.pass(ANSWER_TIMEOUT_MS);
    pump.tick();
    expect(pump.nextTickMs()).toBe(SLOW_TICK_MS);
  });
});

describe('the figures of the pump', () => {
  it('are of the last second, but for the messages', () => {
    const { pump, client, clock } = begin();
    expect(pump.stats()).toEqual({ mode: 'slow', ticksPerSecond: 0, microsecondsPerTick: 0, messages: 0 });
    for (let tick = 0; tick < 30; tick += 1) {
      client.post(licences);
      pump.tick();
      clock.pass(100);
    }
    // Ticks at 0, 100, … 2,900; it is 3,000 now.
    expect(pump.stats()).toMatchObject({ ticksPerSecond: 9, messages: 30 });
    clock.pass(1000);
    expect(pump.stats()).toMatchObject({ ticksPerSecond: 0, microsecondsPerTick: 0, messages: 30 });
  });

  it('give what a tick costs', () => {
    const { pump } = begin({ stepMs: 0.5 });
    pump.tick();
    expect(pump.stats().microsecondsPerTick).toBeGreaterThanOrEqual(500);
  });
});
