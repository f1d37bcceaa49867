import SteamIdentifier from 'steamid';
import { describe, expect, it, vi } from 'vitest';
import { userFunctionNames } from '../steam/user-functions.ts';
import type { SimulationSnapshot } from './knobs.ts';
import { beginStory, codeOf, heardBy, valueOf } from './story.ts';

const ADA = '76561202255165729';
const BO = '76561202255165730';
const DOV = '76561202255165732';

/** Arguments of every function at once: each takes its own. */
const anyArguments = {
  steamId: BO,
  appId: 480,
  authTicket: new Uint8Array(234),
  userData: new Uint8Array(0),
  redirect: '',
  serverId: '1',
  serverIp: '203.0.113.9',
  serverPort: 1,
  newState: 1,
};

describe('the accounts', () => {
  it('are well-formed individuals, and show every lamp on and off', () => {
    const { accounts } = beginStory().simulation.snapshot();
    for (const { steamId, personaName } of accounts) {
      expect(new SteamIdentifier(steamId).isValidIndividual()).toBe(true);
      expect(personaName).toContain('Simulated');
    }
    for (const lamp of [
      'loggedOn',
      'isBehindNAT',
      'isPhoneVerified',
      'isPhoneIdentifying',
      'isPhoneRequiringVerification',
      'isTwoFactorEnabled',
    ] as const) {
      expect(new Set(accounts.map((account) => account[lamp]))).toEqual(new Set([true, false]));
    }
  });

  it('answer by ISteamUser what their knobs say', () => {
    const client = valueOf(beginStory().simulation.open(480));
    expect(client).toMatchObject({ kind: 'simulated', appId: 480, packing: 4 });
    expect(valueOf(client.call('getSteamID', {}))).toBe(ADA);
    expect(valueOf(client.call('getHSteamUser', {}))).toBe(1);
    expect(valueOf(client.call('loggedOn', {}))).toBe(true);
    expect(valueOf(client.call('isPhoneVerified', {}))).toBe(true);
    expect(valueOf(client.call('getPlayerSteamLevel', {}))).toBe(42);
    expect(valueOf(client.call('getUserDataFolder', {}))).toBe(
      '/simulated/Steam/userdata/4294900001/480/local',
    );
    expect(client.details()).toEqual({
      personaName: 'Simulated Ada',
      country: 'NZ',
      language: 'english',
      appOwner: ADA,
    });
  });

  it('have badges by series, and level 0 where there is none', () => {
    const client = valueOf(beginStory().simulation.open(480));
    const level = (series: number, foil: boolean) =>
      valueOf(client.call('getGameBadgeLevel', { series, foil }));
    expect([level(1, false), level(1, true), level(2, false), level(2, true)]).toEqual([5, 1, 3, 0]);
    expect([level(0, false), level(-1, true), level(99, false)]).toEqual([0, 0, 0]);
  });

  it('change at once for the client that is open', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.set({ account: { steamLevel: 43, isPhoneVerified: false, badges: [], country: undefined } });
    expect(valueOf(client.call('getPlayerSteamLevel', {}))).toBe(43);
    expect(valueOf(client.call('isPhoneVerified', {}))).toBe(false);
    expect(valueOf(client.call('getGameBadgeLevel', { series: 1, foil: false }))).toBe(0);
    expect(client.details().country).toBe('NZ');
    expect(heardBy(client)).toEqual([]);
  });

  it('cannot be changed through a snapshot', () => {
    const { simulation } = beginStory();
    const [ada] = simulation.snapshot().accounts;
    ada?.badges.pop();
    expect(simulation.snapshot().accounts[0]?.badges).toHaveLength(2);
  });
});

describe('opening', () => {
  it('refuses app 0 and accounts that are not there', () => {
    const { simulation } = beginStory();
    expect(codeOf(simulation.open(0))).toBe('init-failed');
    expect(codeOf(simulation.openAs('76561202255169999', 480))).toBe('init-failed');
  });

  it('logs in whom the knob chose, from the next time on', () => {
    const { simulation } = beginStory();
    const before = valueOf(simulation.open(480));
    expect(valueOf(simulation.set({ steamId: BO })).steamId).toBe(BO);
    expect(valueOf(before.call('getSteamID', {}))).toBe(ADA);
    expect(valueOf(valueOf(simulation.open(480)).call('getSteamID', {}))).toBe(BO);
    expect(codeOf(simulation.set({ steamId: '1', account: { steamLevel: 1 } }))).toBe('bad-payload');
    expect(simulation.snapshot().steamId).toBe(BO);
  });

  it('gives an account that is offline a client that is offline', () => {
    const client = valueOf(beginStory().simulation.openAs(DOV, 480));
    expect(valueOf(client.call('loggedOn', {}))).toBe(false);
    expect(valueOf(client.call('getSteamID', {}))).toBe(DOV);
  });

  it('gives every client a queue of its own', () => {
    const { simulation } = beginStory();
    const ada = valueOf(simulation.openAs(ADA, 480));
    const adaAgain = valueOf(simulation.openAs(ADA, 440));
    const bo = valueOf(simulation.openAs(BO, 480));
    simulation.raise({ kind: 'licensesUpdated' });
    expect(heardBy(ada)).toEqual([{ name: 'licensesUpdated', fields: {} }]);
    expect(heardBy(ada)).toEqual([]);
    expect(heardBy(adaAgain)).toHaveLength(1);
    expect(heardBy(bo)).toEqual([]);
  });
});

describe('the connection to Steam’s servers', () => {
  it('is lost, fails to come back, and comes back', () => {
    const { simulation } = beginStory();
    simulation.set({ account: { isBehindNAT: true } });
    const client = valueOf(simulation.open(480));
    const status = () => [
      valueOf(client.call('loggedOn', {})),
      valueOf(client.call('isBehindNAT', {})),
      valueOf(client.call('getSteamID', {})),
    ];
    expect(status()).toEqual([true, true, ADA]);
    simulation.raise({ kind: 'serverDisconnected', result: 38 });
    expect(status()).toEqual([false, false, ADA]);
    simulation.raise({ kind: 'serverConnectFailed', result: 35, retrying: true });
    expect(status()).toEqual([false, false, ADA]);
    simulation.raise({ kind: 'serverConnected' });
    expect(status()).toEqual([true, true, ADA]);
    expect(heardBy(client)).toEqual([
      { name: 'steamServerDisconnected', fields: { result: 38 } },
      { name: 'steamServerConnectFailed', fields: { result: 35, retrying: true } },
      { name: 'steamServerConnected', fields: {} },
    ]);
  });

  it('goes and comes by the knob, with Steam’s callback, and silently where nothing changes', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.set({ account: { loggedOn: true } });
    expect(heardBy(client)).toEqual([]);
    simulation.set({ account: { loggedOn: false } });
    simulation.set({ account: { loggedOn: true } });
    expect(heardBy(client)).toEqual([
      { name: 'steamServerDisconnected', fields: { result: 3 } },
      { name: 'steamServerConnected', fields: {} },
    ]);
  });
});

describe('the pipe', () => {
  it('breaks: the queue is lost, calls answer nothing, and only a new client hears again', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    client.call('getAuthSessionTicket', {});
    simulation.raise({ kind: 'licensesUpdated' });
    simulation.raise({ kind: 'ipcFailure', type: 1 });
    pass(1000);
    expect(heardBy(client)).toEqual([{ name: 'ipcFailure', fields: { type: 1 } }]);
    expect(valueOf(client.call('loggedOn', {}))).toBe(false);
    expect(valueOf(client.call('getSteamID', {}))).toBe('0');
    expect(valueOf(client.call('getUserDataFolder', {}))).toBe('');
    expect(valueOf(client.call('getAuthSessionTicket', {}))).toEqual({
      id: 0,
      buffer: new Uint8Array(),
      size: 0,
    });
    expect(valueOf(client.call('cancelAuthTicket', { authTicket: 1 }))).toBe(null);
    expect(client.details()).toEqual({});
    expect(codeOf(simulation.raise({ kind: 'licensesUpdated' }))).toBe('pipe-failed');
    const next = valueOf(simulation.open(480));
    expect(codeOf(simulation.raise({ kind: 'licensesUpdated' }))).toBe('ok');
    expect(heardBy(next)).toHaveLength(1);
    expect(heardBy(client)).toEqual([]);
  });

  it('is flushed: what waited is lost, the client goes on', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.raise({ kind: 'licensesUpdated' });
    client.call('getAuthSessionTicket', {});
    simulation.raise({ kind: 'ipcFailure', type: 0 });
    pass(1000);
    expect(heardBy(client).map(({ name }) => name)).toEqual(['ipcFailure', 'getAuthSessionTicketResponse']);
    expect(valueOf(client.call('loggedOn', {}))).toBe(true);
  });

  it('says that Steam is about to shut down', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.raise({ kind: 'steamShutdown' });
    expect(client.drain(1)).toEqual([{ kind: 'callback', id: 704, bytes: new Uint8Array(1) }]);
  });
});

describe('what is not there', () => {
  it('is a coded error, never a value', () => {
    const client = valueOf(beginStory().simulation.open(480));
    expect(codeOf(client.call('getVoice', {}))).toBe('not-simulated');
    const missing = userFunctionNames.filter(
      (name) => codeOf(client.call(name, anyArguments as never)) === 'not-simulated',
    );
    expect(missing).toEqual([
      // Needs a codec, which this simulation was not given.
      'startVoiceRecording',
      'stopVoiceRecording',
      'getAvailableVoice',
      'getVoice',
      'decompressVoice',
      // Needs the host's cryptography, which this simulation was not given.
      'requestEncryptedAppTicket',
      'getEncryptedAppTicket',
    ]);
  });

  it('has no one to tell before a client is open, nor after it was closed', () => {
    const { simulation } = beginStory();
    expect(codeOf(simulation.raise({ kind: 'serverDisconnected', result: 3 }))).toBe('not-connected');
    expect(simulation.snapshot().accounts[0]?.loggedOn).toBe(true);
    const client = valueOf(simulation.open(480));
    simulation.raise({ kind: 'licensesUpdated' });
    client.close();
    client.close();
    expect(client.drain(10)).toEqual([]);
    expect(codeOf(client.call('loggedOn', {}))).toBe('not-connected');
    expect(codeOf(client.call('getMarketEligibility', {}))).toBe('not-connected');
    expect(codeOf(simulation.raise({ kind: 'licensesUpdated' }))).toBe('not-connected');
  });
});

describe('another seed', () => {
  it('starts anew: default accounts, and clients of the old Steam lose their pipe', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.set({ steamId: BO, account: { steamLevel: 99 } });
    const snapshot = valueOf(simulation.set({ seed: 7 }));
    expect(snapshot).toMatchObject({ seed: 7, steamId: ADA });
    expect(snapshot.accounts[1]?.steamLevel).toBe(7);
    expect(heardBy(client)).toEqual([{ name: 'ipcFailure', fields: { type: 1 } }]);
    expect(codeOf(simulation.raise({ kind: 'licensesUpdated' }))).toBe('not-connected');
  });
});

describe('listening', () => {
  it('hears of every change to the snapshot and of nothing else', () => {
    const onChanged = vi.fn<(snapshot: SimulationSnapshot) => void>();
    const { simulation } = beginStory({ onChanged });
    simulation.open(480);
    simulation.raise({ kind: 'licensesUpdated' });
    expect(onChanged).not.toHaveBeenCalled();
    simulation.raise({ kind: 'serverDisconnected', result: 3 });
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(onChanged.mock.lastCall?.[0].accounts[0]?.loggedOn).toBe(false);
    simulation.set({ account: { steamLevel: 1 } });
    expect(onChanged).toHaveBeenCalledTimes(2);
  });
});
