import { describe, expect, it, vi } from 'vitest';
import { createHandClock, NOON } from '../hand-clock.ts';
import { createJournal } from '../journal/journal.ts';
import { createPairing } from '../journal/pairing.ts';
import { fail, succeed } from '../outcome.ts';
import { createCaller } from '../steam/caller.ts';
import { createScriptedClient, type Script, type ScriptedParts } from '../steam/scripted-client.ts';
import { createAccountReader } from './account-reader.ts';
import type { AccountSnapshot } from './account.ts';

const script: Script = {
  loggedOn: () => succeed(true),
  isBehindNAT: () => succeed(false),
  isPhoneVerified: () => succeed(true),
  isPhoneIdentifying: () => succeed(false),
  isPhoneRequiringVerification: () => succeed(true),
  isTwoFactorEnabled: () => succeed(false),
  getPlayerSteamLevel: () => succeed(42),
  getUserDataFolder: () => succeed('/home/ada/local'),
  getGameBadgeLevel: ({ series, foil }) => succeed(foil ? 1 : series),
};

function begin(parts: ScriptedParts = { script, details: { country: 'NZ' } }, firstBadgeSeries = 2) {
  let badgeSeries = firstBadgeSeries;
  const clock = createHandClock();
  const client = createScriptedClient(parts);
  const onChanged = vi.fn<(snapshot: AccountSnapshot) => void>();
  const caller = createCaller({
    client: () => client,
    clock,
    journal: createJournal(),
    pairing: createPairing(),
    trace: { calling: () => undefined, returned: () => undefined },
    listeners: [(call) => reader.called(call)],
  });
  const reader = createAccountReader({ caller, badgeSeries: () => badgeSeries, onChanged });
  return {
    client,
    caller,
    reader,
    onChanged,
    setBadgeSeries: (series: number): void => {
      badgeSeries = series;
    },
  };
}

const read = {
  lamps: {
    loggedOn: true,
    isBehindNAT: false,
    isPhoneVerified: true,
    isPhoneIdentifying: false,
    isPhoneRequiringVerification: true,
    isTwoFactorEnabled: false,
  },
  steamLevel: 42,
  badges: [
    { series: 1, regular: 1, foil: 1 },
    { series: 2, regular: 2, foil: 1 },
  ],
  details: { country: 'NZ' },
  userDataFolder: '/home/ada/local',
  readAt: NOON,
};

const unknown = {
  lamps: {},
  steamLevel: undefined,
  badges: [],
  details: {},
  userDataFolder: undefined,
  readAt: undefined,
};

describe('the account', () => {
  it('is unknown at first, and asking again without a client asks nobody', () => {
    const { reader, client, onChanged } = begin();
    reader.refresh(NOON);
    expect(reader.snapshot()).toEqual({ ...unknown, history: [] });
    expect(client.asked).toEqual([]);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('is read in full when a client is there', () => {
    const { reader, client, onChanged } = begin();
    reader.connected(client, NOON);
    const expected = { ...read, history: [{ from: NOON, to: undefined, state: 'online' }] };
    expect(reader.snapshot()).toEqual(expected);
    expect(onChanged).toHaveBeenLastCalledWith(expected);
    expect(client.asked).toHaveLength(6 + 2 + 4);
  });

  it('is told as few changes, not as one for every call', () => {
    const { reader, client, onChanged } = begin();
    reader.connected(client, NOON);
    expect(onChanged.mock.calls.length).toBeLessThanOrEqual(2);
    onChanged.mockClear();
    reader.refresh(NOON + 5);
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(reader.snapshot().readAt).toBe(NOON + 5);
  });

  it('begins offline where the account is', () => {
    const { reader, client } = begin({ script: { ...script, loggedOn: () => succeed(false) } });
    reader.connected(client, NOON);
    expect(reader.snapshot().history).toEqual([{ from: NOON, to: undefined, state: 'offline' }]);
  });

  it('learns from calls that somebody else makes', () => {
    const { reader, client, caller, onChanged } = begin({ script }, 1);
    reader.connected(client, NOON);
    onChanged.mockClear();
    caller.call('getGameBadgeLevel', { series: 9, foil: false });
    expect(reader.snapshot().badges).toEqual([
      { series: 1, regular: 1, foil: 1 },
      { series: 9, regular: 9, foil: undefined },
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    caller.call('getHSteamUser', {});
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('shows as many series of badges as are set, from the next refresh on', () => {
    const { reader, client, setBadgeSeries } = begin();
    reader.connected(client, NOON);
    for (const series of [3, 1]) {
      setBadgeSeries(series);
      reader.refresh(NOON);
      expect(reader.snapshot().badges).toHaveLength(series);
    }
  });

  it('leaves open what the client cannot answer', () => {
    const { reader, client } = begin({
      script: {
        ...script,
        isTwoFactorEnabled: () => fail('not-simulated'),
        getPlayerSteamLevel: () => fail('not-simulated'),
        getGameBadgeLevel: ({ foil }) => (foil ? fail('not-simulated') : succeed(2)),
      },
    });
    reader.connected(client, NOON);
    expect(reader.snapshot().lamps).not.toHaveProperty('isTwoFactorEnabled');
    expect(reader.snapshot()).toMatchObject({
      steamLevel: undefined,
      badges: [
        { series: 1, regular: 2, foil: undefined },
        { series: 2, regular: 2, foil: undefined },
      ],
    });
  });

  it('is asked about what the servers decide when the connection changes', () => {
    let isLoggedOn = true;
    const { reader, client } = begin({ script: { ...script, loggedOn: () => succeed(isLoggedOn) } });
    reader.connected(client, NOON);
    isLoggedOn = false;
    const arrival = { seq: 1, at: NOON + 9, answers: undefined, latencyMs: undefined } as const;
    reader.arrived({ ...arrival, name: 'licensesUpdated', fields: {} });
    expect(reader.snapshot().lamps.loggedOn).toBe(true);
    reader.arrived({ ...arrival, name: 'steamServerDisconnected', fields: { result: 3 } });
    expect(reader.snapshot()).toMatchObject({
      lamps: { loggedOn: false },
      // The rest was not read again: the journal would be full of it.
      readAt: NOON,
      history: [{ state: 'online' }, { state: 'offline', result: 3 }],
    });
  });

  it('is unknown once the pipe is broken: its answers are empty, not no', () => {
    const { reader, client } = begin({ script: { ...script, loggedOn: () => succeed(false) } });
    reader.connected(client, NOON);
    reader.arrived({
      name: 'ipcFailure',
      fields: { type: 1 },
      seq: 1,
      at: NOON + 9,
      answers: undefined,
      latencyMs: undefined,
    });
    reader.refresh(NOON + 20);
    expect(reader.snapshot()).toMatchObject({ lamps: {}, steamLevel: undefined, readAt: undefined });
  });

  it('is forgotten with its client, its history is not', () => {
    const { reader, client } = begin();
    reader.connected(client, NOON);
    reader.disconnected(NOON + 100);
    expect(reader.snapshot()).toEqual({
      ...unknown,
      history: [
        { from: NOON, to: NOON + 100, state: 'online' },
        { from: NOON + 100, to: undefined, state: 'absent' },
      ],
    });
  });
});
