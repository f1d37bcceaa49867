import { describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../bench-ports.ts';
import { scriptedDesktop } from '../scripted-ports.ts';
import { startRunningBench, valueOf, type RunningBench } from '../duration/running-bench.ts';
import { succeed } from '../outcome.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import { denyReason, denyReasons } from './deny-reasons.ts';
import type { GameServerState } from './game-servers.ts';
import { nowhere } from './nowhere.ts';

const server = { serverId: '90071992547409921', serverIp: '127.0.0.1', serverPort: 27015 };
const deny = { appId: 480, ip: '127.0.0.1', serverPort: 27015, secure: 1, reason: 5 };

const stateOf = ({ bench }: RunningBench): Promise<GameServerState> =>
  valueOf(bench.handlers.gameServers.get(undefined));

const steamClient = (blobBytes = 206) =>
  createScriptedClient({
    script: {
      initiateGameConnection: ({ serverId, serverIp, serverPort }) =>
        succeed({ authBlob: new Uint8Array(blobBytes), serverId, serverIp, serverPort }),
    },
  });

async function begin(client = steamClient()) {
  const copyBytes = vi.fn<Desktop['copyBytes']>(() => Promise.resolve());
  const running = await startRunningBench(client, { desktop: { ...scriptedDesktop, copyBytes } });
  const copy = (number: number) => running.bench.handlers.gameServers.copyBlob({ number, encoding: 'hex' });
  const call = (name: string, args: unknown) => running.bench.handlers.steam.call({ name, args });
  const initiate = (serverPort = server.serverPort) =>
    call('initiateGameConnection', { ...server, serverPort, secure: true });
  const states = async () => (await stateOf(running)).connections.map(({ state }) => state);
  return { running, client, call, initiate, states, copy, copyBytes };
}

describe('advertising', () => {
  it('holds until it is taken back with zeros', async () => {
    const { running, call } = await begin();
    await call('advertiseGame', server);
    expect((await stateOf(running)).advertised).toMatchObject({ ...server, isSimulated: false });
    await call('advertiseGame', nowhere);
    expect((await stateOf(running)).advertised).toBeUndefined();
  });
});

describe('a connection by the old way', () => {
  it('is open with the size of its blob, until it is terminated', async () => {
    const { running, call, initiate, states } = await begin();
    await initiate();
    const { connections } = await stateOf(running);
    expect(connections).toMatchObject([
      { number: 1, ...server, isSecure: true, blobBytes: 206, state: 'open' },
    ]);
    expect(connections[0]).not.toHaveProperty('authBlob');
    await call('terminateGameConnection', { serverIp: '127.0.0.1', serverPort: 1 });
    expect(await states()).toEqual(['open']);
    await call('terminateGameConnection', { serverIp: '127.0.0.1', serverPort: 27015 });
    expect(await states()).toEqual(['terminated']);
  });

  it('has its blob copied while it is open, and forgets it with its end', async () => {
    const { call, initiate, copy, copyBytes, running } = await begin();
    await initiate();
    await initiate(27016);
    expect(await copy(1)).toEqual(succeed(null));
    expect(copyBytes.mock.calls).toEqual([[new Uint8Array(206), 'hex']]);
    await call('terminateGameConnection', { serverIp: server.serverIp, serverPort: server.serverPort });
    const unknown = { ok: false, error: { code: 'unknown-item' } };
    expect(await copy(1)).toMatchObject(unknown);
    expect(await copy(2)).toEqual(succeed(null));
    // Steam knows one connection to a place.
    await initiate(27016);
    expect(await copy(2)).toMatchObject(unknown);
    for (let port = 1; port <= 50; port += 1) await initiate(port);
    // The oldest that are open go, where they are too many.
    expect(await copy(3)).toMatchObject(unknown);
    await running.bench.handlers.session.disconnect(undefined);
    expect(await copy(53)).toMatchObject(unknown);
    expect(copyBytes).toHaveBeenCalledTimes(2);
  });

  it('is refused without a blob, and then leaves the open one alone', async () => {
    const { initiate, states } = await begin(steamClient(0));
    await initiate();
    expect(await states()).toEqual(['refused']);
  });

  it('is replaced by another one to the same place', async () => {
    const { initiate, states } = await begin();
    await initiate();
    await initiate();
    await initiate(27016);
    expect(await states()).toEqual(['open', 'open', 'replaced']);
  });

  it('is denied by Steam, with its reason', async () => {
    const { running, client, initiate } = await begin();
    await initiate();
    await initiate(27016);
    client.callBack('clientGameServerDeny', deny);
    running.run(10);
    const { connections, denies } = await stateOf(running);
    expect(connections).toMatchObject([{ state: 'open' }, { state: 'denied', denyReason: 5 }]);
    expect(denies).toMatchObject([{ ip: '127.0.0.1', reason: 5, isSecure: true, isSimulated: false }]);
  });

  it('is ended before the client is closed, and lost where the pipe broke', async () => {
    const orderly = await begin();
    await orderly.initiate();
    await orderly.call('advertiseGame', server);
    await orderly.running.bench.handlers.session.disconnect(undefined);
    expect(await orderly.states()).toEqual(['terminated']);
    expect(orderly.client.asked.slice(-2)).toEqual(['terminateGameConnection', 'advertiseGame']);
    expect((await stateOf(orderly.running)).advertised).toBeUndefined();

    const broken = await begin();
    await broken.initiate();
    broken.client.callBack('ipcFailure', { type: 1 });
    broken.running.run(10);
    expect(await broken.states()).toEqual(['lost']);
  });

  it('is one of fifty, of which those that have ended go first', async () => {
    const { running, initiate, call } = await begin();
    for (let port = 1; port <= 50; port += 1) await initiate(port);
    await call('terminateGameConnection', { serverIp: '127.0.0.1', serverPort: 7 });
    await initiate(51);
    const { connections } = await stateOf(running);
    expect(connections).toHaveLength(50);
    expect(connections.map(({ serverPort }) => serverPort)).not.toContain(7);
    await initiate(52);
    expect((await stateOf(running)).connections.map(({ serverPort }) => serverPort)).not.toContain(1);
  });
});

describe('denials', () => {
  it('are kept, fifty of them, and a burst is told as one change', async () => {
    const { running, client } = await begin();
    const before = running.toldOn('gameServers.changed').length;
    for (let count = 0; count < 60; count += 1) {
      client.callBack('clientGameServerDeny', { ...deny, reason: count % 16 });
    }
    running.run(10);
    expect(running.toldOn('gameServers.changed')).toHaveLength(before + 1);
    const { denies } = await stateOf(running);
    expect(denies).toHaveLength(50);
    expect(denies[0]?.reason).toBe(59 % 16);
  });

  it('have sixteen reasons, each with a sentence of its own', () => {
    expect(denyReasons.map(({ value }) => value)).toEqual(Array.from({ length: 16 }, (_, value) => value));
    expect(new Set(denyReasons.map(({ sentence }) => sentence)).size).toBe(16);
    expect(denyReason(5)).toMatchObject({ name: 'Cheater' });
    expect(denyReason(16)).toMatchObject({ value: 16, name: '(unknown)' });
  });
});

describe('calls and callbacks of others', () => {
  it('change nothing here', async () => {
    const { running, client, call } = await begin();
    const before = running.toldOn('gameServers.changed').length;
    await call('getHSteamUser', {});
    await call('terminateGameConnection', { serverIp: '127.0.0.1', serverPort: 9 });
    client.callBack('licensesUpdated', {});
    client.callBack('ipcFailure', { type: 0 });
    running.run(100);
    expect(running.toldOn('gameServers.changed')).toHaveLength(before);
  });
});
