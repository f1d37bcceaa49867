import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback } from '../steam/callback-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import { userCallbackName } from '../steam/user-callbacks.ts';
import { userFunctionNames } from '../steam/user-functions.ts';
import type { SimulationChange, SimulationEvent } from './knobs.ts';
import { beginStory, valueOf } from './story.ts';

const accountIds = [0, 1, 2, 3].map((index) => String(76561202255165729n + BigInt(index)));

const anyEvent: fc.Arbitrary<SimulationEvent> = fc.oneof(
  fc.constantFrom<SimulationEvent>(
    { kind: 'serverConnected' },
    { kind: 'licensesUpdated' },
    { kind: 'steamShutdown' },
    { kind: 'ipcFailure', type: 0 },
    { kind: 'ipcFailure', type: 1 },
  ),
  fc.record({ kind: fc.constant('serverDisconnected' as const), result: fc.integer() }),
  fc.record({
    kind: fc.constant('serverConnectFailed' as const),
    result: fc.integer(),
    retrying: fc.boolean(),
  }),
);

const anyChange: fc.Arbitrary<SimulationChange> = fc.oneof(
  fc.record({ account: fc.record({ loggedOn: fc.boolean(), steamLevel: fc.nat() }) }),
  fc.record({ steamId: fc.constantFrom(...accountIds, '7') }),
  fc.record({ seed: fc.nat(3) }),
);

/** Arguments of every function at once: each takes its own. */
const anyArgs = fc.record({
  remote: fc.constantFrom(undefined, { name: 'server' }, { ip: '203.0.113.9', port: 1 }),
  authTicket: fc.nat(5),
  series: fc.integer(),
  foil: fc.boolean(),
});

const anyStep = fc.oneof(
  fc.record({ step: fc.constant('pass' as const), milliseconds: fc.nat(200) }),
  fc.record({
    step: fc.constant('open' as const),
    steamId: fc.constantFrom(...accountIds),
    appId: fc.nat(2),
  }),
  fc.record({ step: fc.constant('close' as const), which: fc.nat() }),
  fc.record({
    step: fc.constant('call' as const),
    which: fc.nat(),
    // Tickets often: they are what time and chance have a part in.
    name: fc.oneof(fc.constant('getAuthSessionTicket' as const), fc.constantFrom(...userFunctionNames)),
    args: anyArgs,
  }),
  fc.record({ step: fc.constant('drain' as const), which: fc.nat(), limit: fc.nat(4) }),
  fc.record({ step: fc.constant('raise' as const), event: anyEvent }),
  fc.record({ step: fc.constant('set' as const), change: anyChange }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Of> ? Of : never;

/** Does the steps and writes down everything that came out. */
function tell(seed: number, steps: readonly Step[]): readonly string[] {
  const { simulation, pass } = beginStory({ seed, packing: 8 });
  const first = valueOf(simulation.open(480));
  const clients: SteamClient[] = [first];
  const clientAt = (which: number) => clients[which % clients.length] ?? first;
  const drain = (client: SteamClient, limit: number): string =>
    client
      .drain(limit)
      .map((message) => {
        const name = userCallbackName(message.id);
        if (message.kind !== 'callback' || name === undefined)
          throw new Error(`${message.id} is not in the table`);
        const decoded = decodeCallback(name, message.bytes, client.packing);
        if (!decoded.ok) throw new Error(`${name} does not decode`);
        return `${name} ${toHex(message.bytes)}`;
      })
      .join();
  const take = (step: Step): unknown => {
    switch (step.step) {
      case 'pass':
        return pass(step.milliseconds);
      case 'open': {
        const opened = simulation.openAs(step.steamId, step.appId);
        if (opened.ok) clients.push(opened.value);
        return opened.ok;
      }
      case 'close':
        return clientAt(step.which).close();
      case 'call':
        return clientAt(step.which).call(step.name, step.args);
      case 'drain':
        return drain(clientAt(step.which), step.limit);
      case 'raise':
        return simulation.raise(step.event);
      case 'set':
        return simulation.set(step.change);
    }
  };
  const written = steps.map((step) =>
    JSON.stringify(take(step), (_key, value: unknown) =>
      value instanceof Uint8Array ? toHex(value) : value,
    ),
  );
  return [...written, ...clients.map((client) => drain(client, 1000))];
}

describe('the simulator', () => {
  it('never throws, sends only what the tables know, and does the same again for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(anyStep, { maxLength: 60 }), (seed, steps) => {
        expect(tell(seed, steps)).toEqual(tell(seed, steps));
      }),
      { numRuns: 300 },
    );
  });

  it('answers after the same latencies for the same seed, 20 to 120 ms', () => {
    const latencies = (seed: number): readonly number[] => {
      const { simulation, pass } = beginStory({ seed });
      const client = valueOf(simulation.open(480));
      return Array.from({ length: 50 }, () => {
        client.call('getAuthSessionTicket', {});
        let waited = 0;
        while (client.drain(1).length === 0) {
          pass(1);
          waited += 1;
        }
        return waited;
      });
    };
    expect(latencies(1)).toEqual(latencies(1));
    expect(latencies(2)).not.toEqual(latencies(1));
    expect(Math.min(...latencies(1))).toBeGreaterThanOrEqual(20);
    expect(Math.max(...latencies(1))).toBeLessThanOrEqual(120);
    expect(new Set(latencies(1)).size).toBeGreaterThan(20);
  });

  it('does otherwise for another seed', () => {
    const steps: Step[] = [
      {
        step: 'call',
        which: 0,
        name: 'getAuthSessionTicket',
        args: { remote: undefined, authTicket: 0, series: 0, foil: false },
      },
    ];
    expect(tell(1, steps)).not.toEqual(tell(2, steps));
  });
});
