import { describe, expect, it } from 'vitest';
import { succeed } from '../outcome.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import type { UserCallbackFields } from '../steam/user-callbacks.ts';
import type { DurationState } from './duration.ts';
import { startRunningBench, valueOf, type RunningBench } from './running-bench.ts';

const fields: UserCallbackFields<'durationControl'> = {
  result: 1,
  appId: 480,
  applicable: true,
  secondsLast5Hours: 10_800,
  progress: 3,
  notification: 5,
  secondsToday: 12_000,
  secondsRemaining: 0,
};

const stateOf = ({ bench }: RunningBench): Promise<DurationState> =>
  valueOf(bench.handlers.duration.get(undefined));

function steamClient() {
  let handle = 0;
  return createScriptedClient({
    script: {
      getDurationControl: () => succeed(String((handle += 1))),
      setDurationControlOnlineState: ({ newState }) => succeed(newState !== 0),
    },
  });
}

describe('a question of duration control', () => {
  it('waits, then is a reading that was asked for', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    const asked = await valueOf(running.bench.handlers.duration.ask(undefined));
    expect(asked.asking).toBeDefined();
    expect(asked.readings).toEqual([]);

    client.answer('1', 'durationControl', fields);
    running.run(10);
    const state = await stateOf(running);
    expect(state.asking).toBeUndefined();
    expect(state.readings).toEqual([
      expect.objectContaining({ isAsked: true, isApplicable: true, progress: 3, secondsToday: 12_000 }),
    ]);
    expect(state.readings[0]).not.toHaveProperty('applicable');
  });

  it('is followed also where somebody else made the call', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    await running.bench.handlers.steam.call({ name: 'getDurationControl' });
    expect((await stateOf(running)).asking).toBeDefined();
    await running.bench.handlers.steam.call({ name: 'setDurationControlOnlineState', args: { newState: 2 } });
    expect((await stateOf(running)).onlineState).toMatchObject({ state: 2, isTaken: true });
  });

  it('may fail, with Steam’s reason, until it is asked again', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    await running.bench.handlers.duration.ask(undefined);
    client.post({ kind: 'callFailure', call: '1', id: 167, reason: 1 });
    running.run(10);
    expect(await stateOf(running)).toMatchObject({ asking: undefined, askFailed: { reason: 1 } });
    await running.bench.handlers.duration.ask(undefined);
    expect((await stateOf(running)).askFailed).toBeUndefined();
  });

  it('is given up in time, and read all the same where the answer comes late', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    await running.bench.handlers.duration.ask(undefined);
    running.run(20_010);
    expect(await stateOf(running)).toMatchObject({ asking: undefined, askFailed: { reason: 'unanswered' } });
    client.answer('1', 'durationControl', fields);
    running.run(10);
    const state = await stateOf(running);
    expect(state.askFailed).toBeUndefined();
    expect(state.readings[0]?.isAsked).toBe(true);
  });

  it('is refused where Steam gives no handle', async () => {
    const client = createScriptedClient({ script: { getDurationControl: () => succeed('0') } });
    const running = await startRunningBench(client);
    const state = await valueOf(running.bench.handlers.duration.ask(undefined));
    expect(state).toMatchObject({ asking: undefined, askFailed: { reason: 'refused' } });
  });

  it('is lost with its client, as is what the client was told', async () => {
    const running = await startRunningBench(steamClient());
    await running.bench.handlers.duration.ask(undefined);
    await running.bench.handlers.duration.setOnlineState({ state: 3 });
    await running.bench.handlers.session.disconnect(undefined);
    expect(await stateOf(running)).toMatchObject({
      asking: undefined,
      askFailed: { reason: 'lost' },
      onlineState: undefined,
      heldState: undefined,
    });
  });
});

describe('what Steam tells unasked', () => {
  it('is a reading beside those that were asked for', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    await running.bench.handlers.duration.ask(undefined);
    client.callBack('durationControl', fields);
    running.run(10);
    const state = await stateOf(running);
    expect(state.readings[0]?.isAsked).toBe(false);
    expect(state.asking).toBeDefined();
  });

  it('is told no more than twenty times a second, and to the end', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    const before = running.toldOn('duration.changed').length;
    for (let number = 0; number < 100; number += 1) {
      client.callBack('durationControl', { ...fields, secondsToday: number });
      running.run(10);
    }
    running.run(50);
    const told = running.toldOn('duration.changed').slice(before) as readonly DurationState[];
    expect(told.length).toBeLessThanOrEqual(21);
    expect(told.at(-1)?.readings[0]?.secondsToday).toBe(99);
  });

  it('is kept newest first, 2000 of them, and told once a tick', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    const before = running.toldOn('duration.changed').length;
    for (let number = 0; number < 2100; number += 1) {
      client.callBack('durationControl', { ...fields, secondsToday: number });
    }
    running.run(10);
    expect(running.toldOn('duration.changed')).toHaveLength(before + 1);
    const { readings } = await stateOf(running);
    expect(readings).toHaveLength(2000);
    expect(readings[0]?.secondsToday).toBe(2099);
  });

  it('begins anew with another kind of client, and goes on with the same', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    client.callBack('durationControl', fields);
    running.run(10);
    const { session } = running.bench.handlers;
    await session.disconnect(undefined);
    expect((await stateOf(running)).readings).toHaveLength(1);
    await session.connect({ client: 'simulated', appId: 480 });
    expect((await stateOf(running)).readings).toHaveLength(0);
    await running.bench.handlers.simulation.raise({ kind: 'durationControl', progress: 0, notification: 1 });
    running.run(100);
    await session.connect({ client: 'simulated', appId: 480 });
    expect((await stateOf(running)).readings).toEqual([expect.objectContaining({ isSimulated: true })]);
  });
});

describe('the online state', () => {
  it('is what Steam took last, and says what it did not take', async () => {
    const running = await startRunningBench(steamClient());
    const { setOnlineState } = running.bench.handlers.duration;
    expect(await valueOf(setOnlineState({ state: 3 }))).toMatchObject({
      onlineState: { state: 3, isTaken: true },
      heldState: 3,
    });
    expect(await valueOf(setOnlineState({ state: 0 }))).toMatchObject({
      onlineState: { state: 0, isTaken: false },
      heldState: 3,
    });
  });

  it('cannot be told without a client', async () => {
    const running = await startRunningBench(steamClient());
    await running.bench.handlers.session.disconnect(undefined);
    expect(await running.bench.handlers.duration.setOnlineState({ state: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not-connected' },
    });
    expect(await running.bench.handlers.duration.ask(undefined)).toMatchObject({
      ok: false,
      error: { code: 'not-connected' },
    });
  });
});

describe('calls and callbacks of others', () => {
  it('change nothing here', async () => {
    const client = steamClient();
    const running = await startRunningBench(client);
    const before = running.toldOn('duration.changed').length;
    await running.bench.handlers.steam.call({ name: 'getMarketEligibility' });
    client.callBack('licensesUpdated', {});
    client.callBack('ipcFailure', { type: 0 });
    running.run(100);
    expect(running.toldOn('duration.changed')).toHaveLength(before);
  });
});
