import { describe, expect, it, vi } from 'vitest';
import type { BenchParts } from './bench.ts';
import { NOON } from './hand-clock.ts';
import { beginHosted, clientMissing, opening, steamParts, ticketClient, valueOf } from './hosted-bench.ts';
import { fail } from './outcome.ts';
import { defaultSettings, readSettings } from './settings/settings.ts';
import { createScriptedClient } from './steam/scripted-client.ts';

describe('starting without a choice', () => {
  it('falls back to the simulator, and what happens is up to it', async () => {
    const startWith = { client: undefined, appId: 480, appIdSource: 'default' } as const;
    const { bench, dispatch } = beginHosted({ startWith });
    await bench.start();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({
      state: 'connected',
      client: 'simulated',
      fallback: clientMissing.error,
    });
  });

  it('takes Steam where it answers, and nothing can be made to happen to it', async () => {
    const startWith = { client: undefined, appId: 480, appIdSource: 'default' } as const;
    const { bench, dispatch } = beginHosted({ startWith, openSteam: opening(createScriptedClient()) });
    await bench.start();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({ client: 'steam' });
    expect(await dispatch('simulation.raise', { kind: 'licensesUpdated' })).toMatchObject({
      error: { code: 'simulated-only' },
    });
  });
});

describe('the rest of the bench', () => {
  it('tells of the account only what differs', async () => {
    const { bench, call, toldOn } = beginHosted();
    await bench.start();
    await call('getPlayerSteamLevel');
    const told = toldOn('account.changed').length;
    for (let count = 0; count < 10; count += 1) await call('getPlayerSteamLevel');
    expect(toldOn('account.changed')).toHaveLength(told);
  });

  it('asks the doctor with what it knows', async () => {
    const examine = vi.fn<BenchParts['examine']>(() => Promise.resolve({ checks: [], examinedAt: 1 }));
    const { dispatch, bench } = beginHosted({
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
    const { dispatch, toldOn } = beginHosted({
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
    const { bench, dispatch } = beginHosted(steamParts(client));
    await bench.start();
    await dispatch('tickets.issueSession', {});
    bench.close();
    expect(client.asked.at(-1)).toBe('cancelAuthTicket');
    expect(client.isClosed()).toBe(true);
    expect(bench.nextTickMs()).toBeLessThanOrEqual(16);
  });
});
