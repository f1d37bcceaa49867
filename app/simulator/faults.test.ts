import { describe, expect, it, vi } from 'vitest';
import { ADA, beginStory, BO, heardBy, STORY_START, valueOf } from './story.ts';

function begin() {
  const onChanged = vi.fn();
  const story = beginStory({ onChanged });
  const client = valueOf(story.simulation.open(480));
  return { ...story, client, onChanged };
}

describe('faults', () => {
  it('set the latency', () => {
    const { simulation, client, pass } = begin();
    simulation.set({ faults: { latencyMs: { shortest: 3000, longest: 3000 } } });
    client.call('getAuthSessionTicket', {});
    pass(2999);
    expect(heardBy(client)).toEqual([]);
    pass(1);
    expect(heardBy(client)).toHaveLength(1);
  });

  it('lose answers and fail calls with their probability', () => {
    const { simulation, client, pass } = begin();
    const answers = () => {
      for (let count = 0; count < 200; count += 1) client.call('getMarketEligibility', {});
      pass(500);
      return client.drain(1000);
    };
    simulation.set({ faults: { loseAnswers: 0.25 } });
    expect(answers().length).toBeGreaterThan(120);
    expect(answers().length).toBeLessThan(180);
    simulation.set({ faults: { loseAnswers: 1 } });
    expect(answers()).toEqual([]);
    simulation.set({ faults: { loseAnswers: 0, failCalls: { probability: 0.5, reason: 3 } } });
    const failed = answers().filter(({ kind }) => kind === 'callFailure');
    expect(failed.length).toBeGreaterThan(60);
    expect(failed.length).toBeLessThan(140);
    expect(failed[0]).toMatchObject({ reason: 3 });
  });

  it('drop the connection, and bring it back after the outage', () => {
    const { simulation, client, pass } = begin();
    simulation.set({ faults: { dropConnection: { perMinute: 1, outageMs: 5000 } } });
    pass(60_000 + 5000);
    expect(heardBy(client).slice(0, 2)).toEqual([
      { name: 'steamServerDisconnected', fields: { result: 3 } },
      { name: 'steamServerConnected', fields: {} },
    ]);
    simulation.set({ faults: { dropConnection: { perMinute: 0, outageMs: 5000 } } });
    pass(200_000);
    heardBy(client);
    pass(10 * 60_000);
    expect(heardBy(client)).toEqual([]);
  });

  it('are gone with another seed', () => {
    const { simulation } = begin();
    simulation.set({ faults: { loseAnswers: 1 }, clock: { isPaused: true } });
    expect(simulation.snapshot().world).toMatchObject({
      faults: { loseAnswers: 1, repeatVerdicts: 0 },
      clock: { isPaused: true },
    });
    simulation.set({ seed: 1 });
    expect(simulation.snapshot().world).toMatchObject({
      faults: { loseAnswers: 0 },
      clock: { isPaused: false, rate: 1 },
    });
  });
});

describe('time', () => {
  it('pauses, steps and runs faster', () => {
    const { simulation, client, pass } = begin();
    const now = () => (simulation.snapshot().world?.clock.now ?? 0) - STORY_START;
    simulation.set({ clock: { isPaused: true } });
    client.call('getAuthSessionTicket', {});
    pass(1000);
    expect(heardBy(client)).toEqual([]);
    simulation.set({ clock: { stepMs: 200 } });
    expect(heardBy(client)).toHaveLength(1);
    expect(now()).toBe(200);
    simulation.set({ clock: { rate: 60 } });
    pass(1000);
    client.drain(0);
    expect(now()).toBe(200);
    simulation.set({ clock: { isPaused: false } });
    pass(1000);
    client.drain(0);
    expect(now()).toBe(60_200);
  });
});

describe('what happens to others', () => {
  it('is told of whoever it concerns, also without a client', () => {
    const { simulation, client } = begin();
    valueOf(simulation.raise({ kind: 'serverDisconnected', result: 3, who: BO }));
    expect(simulation.snapshot().accounts[1]?.loggedOn).toBe(false);
    expect(heardBy(client)).toEqual([]);
    expect(simulation.raise({ kind: 'licensesUpdated', who: '7' })).toMatchObject({ ok: false });
    valueOf(simulation.set({ account: { steamLevel: 3 }, accountOf: BO }));
    expect(simulation.snapshot().accounts[1]?.steamLevel).toBe(3);
    expect(simulation.set({ account: { steamLevel: 3 }, accountOf: '7' })).toMatchObject({ ok: false });
  });

  it('arrives as its callback', () => {
    const { simulation, client } = begin();
    simulation.raise({ kind: 'loggedInElsewhere' });
    simulation.set({ account: { licences: [480, 9] } });
    simulation.raise({
      kind: 'microtransaction',
      appId: 480,
      orderId: '18446744073709551615',
      authorized: false,
    });
    simulation.raise({ kind: 'gameWebCallback', url: 'steam://gamewebcallback/480/?a' });
    expect(heardBy(client)).toEqual([
      { name: 'steamServerDisconnected', fields: { result: 6 } },
      { name: 'licensesUpdated', fields: {} },
      {
        name: 'microtransactionAuthResponse',
        fields: { appId: 480, orderId: '18446744073709551615', authorized: false },
      },
      { name: 'gameWebCallback', fields: { url: 'steam://gamewebcallback/480/?a' } },
    ]);
    expect(valueOf(client.call('loggedOn', {}))).toBe(false);
  });
});

describe('a legacy game connection', () => {
  const server = { serverId: '90071992547409921', serverIp: '203.0.113.9', serverPort: 27015 };

  it('is begun with a blob that says what it is, and terminated', () => {
    const { simulation, client } = begin();
    const connections = () => simulation.snapshot().world?.gameConnections;
    const begun = valueOf(client.call('initiateGameConnection', { ...server, secure: true }));
    expect(begun).toMatchObject(server);
    expect(begun.authBlob).toHaveLength(206);
    expect(new TextDecoder().decode(begun.authBlob)).toContain('SIMULATED');
    expect(connections()).toMatchObject([{ ...server, steamId: ADA, secure: true }]);
    client.call('terminateGameConnection', { serverIp: '203.0.113.9', serverPort: 1 });
    expect(connections()).toHaveLength(1);
    client.call('terminateGameConnection', { serverIp: '203.0.113.9', serverPort: 27015 });
    expect(connections()).toEqual([]);
    simulation.set({ account: { loggedOn: false } });
    expect(valueOf(client.call('initiateGameConnection', { ...server, secure: true })).authBlob).toHaveLength(
      0,
    );
  });

  it('is denied, for each reason', () => {
    const { simulation, client } = begin();
    for (let reason = 0; reason <= 15; reason += 1) {
      client.call('initiateGameConnection', { ...server, secure: false });
      const fields = { appId: 480, ip: '203.0.113.9', serverPort: 27015, secure: 0, reason };
      valueOf(simulation.raise({ kind: 'clientGameServerDeny', ...fields }));
      expect(heardBy(client)).toEqual([{ name: 'clientGameServerDeny', fields }]);
      expect(simulation.snapshot().world?.gameConnections).toEqual([]);
    }
  });
});

describe('listening', () => {
  it('hears of a burst of calls once, when the client is drained', () => {
    const { client, onChanged } = begin();
    for (let count = 0; count < 50; count += 1) client.call('getAuthSessionTicket', {});
    expect(onChanged).not.toHaveBeenCalled();
    client.drain(10);
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(onChanged.mock.lastCall?.[0]).toMatchObject({ world: { tickets: { issued: 50, live: 50 } } });
    client.drain(10);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });
});
