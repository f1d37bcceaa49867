import { describe, expect, it, vi } from 'vitest';
import { createHandClock, NOON } from '../hand-clock.ts';
import { createJournal } from '../journal/journal.ts';
import { createPairing } from '../journal/pairing.ts';
import { fail, succeed } from '../outcome.ts';
import { createCaller, type CallListener } from './caller.ts';
import { createScriptedClient, type ScriptedClient, type ScriptedParts } from './scripted-client.ts';

function begin(parts: ScriptedParts | undefined = {}, listeners: readonly CallListener[] = []) {
  const clock = createHandClock();
  const journal = createJournal();
  const pairing = createPairing();
  const calling = vi.fn<(name: string) => void>();
  const returned = vi.fn<() => void>();
  const trace = { calling, returned };
  let client: ScriptedClient | undefined = createScriptedClient(parts);
  const caller = createCaller({ client: () => client, clock, journal, pairing, trace, listeners });
  return {
    caller,
    clock,
    pairing,
    calling,
    returned,
    entries: () => journal.read().entries,
    leave: () => {
      client = undefined;
    },
  };
}

describe('a call', () => {
  it('is answered, and journaled with what went in and came out and how long it took', () => {
    const { caller, clock, entries } = begin({
      script: {
        getGameBadgeLevel: ({ series }) => {
          clock.pass(2.5);
          return succeed(series + 4);
        },
      },
    });
    expect(caller.call('getGameBadgeLevel', { series: 1, foil: false })).toEqual({ ok: true, value: 5 });
    expect(entries()).toEqual([
      {
        seq: 1,
        time: NOON,
        kind: 'call',
        name: 'getGameBadgeLevel',
        args: { series: 1, foil: false },
        value: 5,
        durationMs: 2.5,
      },
    ]);
  });

  it('without arguments has none in the journal; a simulated one says so', () => {
    const { caller, entries } = begin({ kind: 'simulated' });
    caller.call('loggedOn', {});
    expect(entries()).toEqual([
      { seq: 1, time: NOON, kind: 'call', name: 'loggedOn', value: false, durationMs: 0, simulated: true },
    ]);
  });

  it('that asks for a call result carries its handle, and is awaited', () => {
    const { caller, entries, pairing } = begin({ script: { getMarketEligibility: () => succeed('77') } });
    caller.call('getMarketEligibility', {});
    expect(entries()).toMatchObject([{ value: '77', call: '77' }]);
    expect(pairing.callResult('77', NOON)?.answers).toBe(1);
  });

  it('that gives an id that is no handle does not carry it as one', () => {
    const { caller, entries } = begin({ script: { getSteamID: () => succeed('76561202255165729') } });
    caller.call('getSteamID', {});
    expect(entries()[0]).not.toHaveProperty('call');
  });

  it('is told to the listeners, with its number in the journal', () => {
    const listener = vi.fn();
    const { caller } = begin({ kind: 'simulated' }, [listener]);
    caller.call('endAuthSession', { steamId: '1' });
    expect(listener.mock.calls).toEqual([
      [{ name: 'endAuthSession', args: { steamId: '1' }, value: null, seq: 1, at: NOON, isSimulated: true }],
    ]);
  });

  it('is marked before it is made and after it came back', () => {
    const order: string[] = [];
    const { caller, calling, returned } = begin({
      script: {
        getHSteamUser: () => {
          order.push('made');
          return succeed(1);
        },
      },
    });
    calling.mockImplementation((name) => order.push(`calling ${name}`));
    returned.mockImplementation(() => order.push('returned'));
    caller.call('getHSteamUser', {});
    expect(order).toEqual(['calling getHSteamUser', 'made', 'returned']);
  });

  it('that could not be made is journaled as failed, awaits nothing and is told to nobody', () => {
    const listener = vi.fn();
    const { caller, entries, pairing } = begin(
      { script: { getMarketEligibility: () => fail('call-failed', 'No.', 'Try again.') } },
      [listener],
    );
    expect(caller.call('getMarketEligibility', {})).toEqual({
      ok: false,
      error: { code: 'call-failed', message: 'No.', remedy: 'Try again.' },
    });
    expect(entries()).toMatchObject([
      { kind: 'call', value: { failed: true, code: 'call-failed', message: 'No.', remedy: 'Try again.' } },
    ]);
    expect(entries()[0]).not.toHaveProperty('call');
    expect(pairing.isAwaiting()).toBe(false);
    expect(listener).not.toHaveBeenCalled();
  });

  it('that polls is marked, but leaves no entry and is told to nobody', () => {
    const listener = vi.fn();
    const { caller, entries, calling, returned } = begin({}, [listener]);
    expect(caller.poll('getVoice', {})).toMatchObject({ ok: true });
    expect(calling.mock.calls).toEqual([['getVoice']]);
    expect(returned).toHaveBeenCalledTimes(1);
    expect(entries()).toEqual([]);
    expect(listener).not.toHaveBeenCalled();
  });

  it('without a client is refused and leaves no trace', () => {
    const { caller, entries, calling, leave } = begin();
    leave();
    expect(caller.call('loggedOn', {})).toMatchObject({ ok: false, error: { code: 'not-connected' } });
    expect(caller.poll('getVoice', {})).toMatchObject({ ok: false, error: { code: 'not-connected' } });
    expect(entries()).toEqual([]);
    expect(calling).not.toHaveBeenCalled();
  });
});
