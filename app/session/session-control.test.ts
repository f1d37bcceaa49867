import { describe, expect, it, vi } from 'vitest';
import { createHandClock, NOON } from '../hand-clock.ts';
import type { EntryDraft } from '../journal/entry.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { createScriptedClient, type ScriptedClient } from '../steam/scripted-client.ts';
import type { OpenSteam, SteamClient } from '../steam/steam-client.ts';
import { createSessionControl, type SessionControl } from './session-control.ts';
import type { SessionSnapshot } from './session.ts';

const ADA = '76561202255165729';
const clientMissing = fail('client-missing', 'Steam is not installed.', 'Install it.');

const ada = (kind: SteamClient['kind'], appId: number): ScriptedClient =>
  createScriptedClient({
    kind,
    appId,
    details: { personaName: 'Ada' },
    script: { getSteamID: () => succeed(ADA) },
  });

function begin(open: Partial<Record<SteamClient['kind'], OpenSteam>> = {}) {
  const written: EntryDraft[] = [];
  const happened: string[] = [];
  const clients: ScriptedClient[] = [];
  const opening =
    (kind: SteamClient['kind']): OpenSteam =>
    (appId) => {
      const client = ada(kind, appId);
      clients.push(client);
      return Promise.resolve(succeed(client));
    };
  const onChanged = vi.fn<(snapshot: SessionSnapshot) => void>();
  const control: SessionControl = createSessionControl(
    {
      clock: createHandClock(),
      caller: { call: (name, args) => control.client()?.call(name, args) ?? fail('not-connected') },
      open: { steam: opening('steam'), simulated: opening('simulated'), ...open },
      write: (draft) => {
        written.push(draft);
        happened.push(`journal ${draft.name}`);
      },
      listener: {
        opened: ({ kind, appId }) => happened.push(`opened ${kind} ${appId}`),
        closing: () => happened.push(`closing, ${clients.at(-1)?.isClosed() === true ? 'closed' : 'open'}`),
        closed: () => happened.push('closed'),
        changed: onChanged,
      },
    },
    { state: 'disconnected', client: 'steam', appId: 480, appIdSource: 'default' },
  );
  return { control, written, happened, clients, onChanged };
}

describe('connecting', () => {
  it('begins disconnected and silent', () => {
    const { control, happened } = begin();
    expect(control.snapshot()).toEqual({
      state: 'disconnected',
      client: 'steam',
      appId: 480,
      appIdSource: 'default',
    });
    expect(control.client()).toBe(undefined);
    expect(happened).toEqual([]);
  });

  it('tells who is logged in', async () => {
    const { control, onChanged, happened, written } = begin();
    const connected = {
      state: 'connected',
      client: 'steam',
      appId: 570,
      appIdSource: 'window',
      steamId: ADA,
      personaName: 'Ada',
    };
    expect(await control.connect('steam', 570, 'window')).toEqual({ ok: true, value: connected });
    expect(control.snapshot()).toEqual(connected);
    expect(onChanged.mock.calls.map(([{ state }]) => state)).toEqual(['connecting', 'connected']);
    expect(happened).toEqual(['journal connecting', 'journal connected', 'opened steam 570']);
    expect(written[1]).toEqual({
      time: NOON,
      kind: 'session',
      name: 'connected',
      value: { client: 'steam', appId: 570, appIdSource: 'window', steamId: ADA, personaName: 'Ada' },
    });
  });

  it('marks what the simulator has to do with', async () => {
    const { control, written } = begin();
    await control.connect('simulated', 480, 'window');
    expect(written.map(({ simulated }) => simulated)).toEqual([true, true]);
  });

  it('that is refused leaves the reason behind, and the next attempt clears it', async () => {
    let answer: Outcome<SteamClient> = clientMissing;
    const { control, happened } = begin({ steam: () => Promise.resolve(answer) });
    expect(await control.connect('steam', 480, 'window')).toEqual({
      ok: true,
      value: {
        state: 'failed',
        client: 'steam',
        appId: 480,
        appIdSource: 'window',
        failure: clientMissing.error,
      },
    });
    expect(control.lastSteamFailure()).toEqual(clientMissing.error);
    expect(control.client()).toBe(undefined);
    expect(happened).toEqual(['journal connecting', 'journal failed']);

    await control.connect('simulated', 480, 'window');
    expect(control.lastSteamFailure()).toEqual(clientMissing.error);
    expect(control.snapshot()).not.toHaveProperty('failure');

    answer = succeed(ada('steam', 480));
    await control.connect('steam', 480, 'window');
    expect(control.lastSteamFailure()).toBe(undefined);
  });

  it('does without a name and an id where the client has none', async () => {
    const client = createScriptedClient({ script: { getSteamID: () => fail('call-failed') } });
    const { control } = begin({ steam: () => Promise.resolve(succeed(client)) });
    await control.connect('steam', 480, 'window');
    expect(control.snapshot()).toEqual({
      state: 'connected',
      client: 'steam',
      appId: 480,
      appIdSource: 'window',
    });
  });

  it('again closes the first client before the second is opened', async () => {
    const { control, happened, clients } = begin();
    await control.connect('steam', 480, 'window');
    happened.length = 0;
    await control.connect('simulated', 570, 'window');
    expect(happened).toEqual([
      'closing, open',
      'closed',
      'journal disconnected',
      'journal connecting',
      'journal connected',
      'opened simulated 570',
    ]);
    expect(clients.map((client) => client.isClosed())).toEqual([true, false]);
    expect(control.client()).toBe(clients[1]);
  });

  it('refuses a second attempt while one is under way, and goes on with the first', async () => {
    let arrive: (opened: Outcome<SteamClient>) => void = () => undefined;
    const { control } = begin({
      steam: () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    });
    const first = control.connect('steam', 480, 'window');
    expect(control.snapshot().state).toBe('connecting');
    expect(await control.connect('simulated', 480, 'window')).toMatchObject({ error: { code: 'busy' } });
    expect(control.disconnect()).toMatchObject({ error: { code: 'busy' } });
    arrive(succeed(ada('steam', 480)));
    expect(await first).toMatchObject({ ok: true, value: { state: 'connected', client: 'steam' } });
    expect(control.disconnect()).toMatchObject({ ok: true, value: { state: 'disconnected' } });
  });

  it('is possible again after a bug in what opens clients', async () => {
    const { control } = begin({ steam: () => Promise.reject(new Error('bug')) });
    await expect(control.connect('steam', 480, 'window')).rejects.toThrow('bug');
    expect(await control.connect('simulated', 480, 'window')).toMatchObject({
      value: { state: 'connected' },
    });
  });
});

describe('at the start without a choice', () => {
  it('Steam is taken where it answers', async () => {
    const { control, clients } = begin();
    await control.connectToWhatAnswers(480, 'default');
    expect(control.snapshot()).toMatchObject({ state: 'connected', client: 'steam' });
    expect(control.snapshot()).not.toHaveProperty('fallback');
    expect(clients).toHaveLength(1);
  });

  it('the simulator stands in, and says why', async () => {
    const { control, happened, written } = begin({ steam: () => Promise.resolve(clientMissing) });
    await control.connectToWhatAnswers(480, 'default');
    expect(control.snapshot()).toEqual({
      state: 'connected',
      client: 'simulated',
      appId: 480,
      appIdSource: 'default',
      steamId: ADA,
      personaName: 'Ada',
      fallback: clientMissing.error,
    });
    expect(control.lastSteamFailure()).toEqual(clientMissing.error);
    expect(happened).toEqual([
      'journal connecting',
      'journal failed',
      'journal connecting',
      'journal connected',
      'opened simulated 480',
    ]);
    expect(written.map(({ simulated }) => simulated)).toEqual([undefined, undefined, true, true]);
  });

  it('both may fail', async () => {
    const refused = fail('init-failed', 'No such app.');
    const { control } = begin({
      steam: () => Promise.resolve(clientMissing),
      simulated: () => Promise.resolve(refused),
    });
    await control.connectToWhatAnswers(0, 'default');
    expect(control.snapshot()).toMatchObject({
      state: 'failed',
      client: 'simulated',
      failure: refused.error,
    });
  });
});

describe('disconnecting', () => {
  it('closes the client and keeps which one it was', async () => {
    const { control, happened, clients } = begin();
    await control.connect('simulated', 570, 'window');
    happened.length = 0;
    expect(control.disconnect()).toEqual({
      ok: true,
      value: { state: 'disconnected', client: 'simulated', appId: 570, appIdSource: 'window' },
    });
    expect(happened).toEqual(['closing, open', 'closed', 'journal disconnected']);
    expect(clients[0]?.isClosed()).toBe(true);
    expect(control.client()).toBe(undefined);
  });

  it('twice is once', async () => {
    const { control, happened } = begin();
    await control.connect('simulated', 480, 'window');
    control.disconnect();
    happened.length = 0;
    expect(control.disconnect()).toMatchObject({ ok: true, value: { state: 'disconnected' } });
    expect(happened).toEqual([]);
  });

  it('puts a failure away', async () => {
    const { control, happened } = begin({ steam: () => Promise.resolve(clientMissing) });
    await control.connect('steam', 480, 'window');
    happened.length = 0;
    expect(control.disconnect()).toMatchObject({ value: { state: 'disconnected' } });
    expect(control.snapshot()).not.toHaveProperty('failure');
    expect(happened).toEqual(['journal disconnected']);
  });
});

describe('what happens to the client', () => {
  const arrival = { seq: 1, at: NOON, answers: undefined, latencyMs: undefined } as const;

  it('a broken pipe is shown, and the client stays', async () => {
    const { control, happened, written, clients } = begin();
    await control.connect('steam', 480, 'window');
    control.arrived({ ...arrival, name: 'ipcFailure', fields: { type: 1 } });
    expect(control.snapshot()).toMatchObject({
      state: 'connected',
      steamId: ADA,
      failure: { code: 'pipe-failed' },
    });
    expect(clients[0]?.isClosed()).toBe(false);
    expect(happened.at(-1)).toBe('journal pipe-failed');
    expect(written.at(-1)).toMatchObject({ kind: 'session', value: { failure: { code: 'pipe-failed' } } });
    control.disconnect();
    expect(control.snapshot()).not.toHaveProperty('failure');
  });

  it('a queue that overflowed is no failure of the client', async () => {
    const { control, happened } = begin();
    await control.connect('steam', 480, 'window');
    happened.length = 0;
    control.arrived({ ...arrival, name: 'ipcFailure', fields: { type: 0 } });
    control.arrived({ ...arrival, name: 'steamServerDisconnected', fields: { result: 3 } });
    expect(control.snapshot()).not.toHaveProperty('failure');
    expect(happened).toEqual([]);
  });

  it('Steam that shuts down is shown', async () => {
    const { control, onChanged } = begin();
    await control.connect('steam', 480, 'window');
    control.arrived({ ...arrival, name: 'steamShutdown', fields: {} });
    expect(onChanged.mock.lastCall?.[0]).toMatchObject({
      state: 'connected',
      failure: { code: 'steam-shut-down' },
    });
  });
});
