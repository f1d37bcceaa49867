import { createBench, type Bench, type BenchParts } from '../bench.ts';
import { createHandClock, type HandClock } from '../hand-clock.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { fail, type Outcome } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { defaultAccounts } from '../simulator/default-accounts.ts';
import { createSharedSimulation, type SharedSimulation } from '../simulator/shared-simulation.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { Finding, HandshakeState } from './handshake.ts';
import { createMemoryNetwork, type MemoryNetwork } from './memory-network.ts';

/** One bench of several, for tests. */
export interface SomeBench {
  readonly bench: Bench;
  readonly steamId: SteamIdText;
  /** Its machine on the network in memory. */
  readonly machine: string;
  state(): HandshakeState;
  host(port?: number): Promise<Outcome<HandshakeState>>;
  join(address: string, code: string): Promise<Outcome<HandshakeState>>;
  leave(): void;
  entries(): readonly JournalEntry[];
}

/** Benches of several simulated accounts on one simulated Steam and one network in memory. */
export interface SomeBenches {
  readonly clock: HandClock;
  readonly simulation: SharedSimulation;
  readonly network: MemoryNetwork;
  readonly all: readonly SomeBench[];
  /** Lets time pass, ticks every bench, delivers what they send each other. */
  run(milliseconds: number): Promise<void>;
  /** Ticks no more: as a process that is gone. */
  stop(bench: SomeBench): void;
  /** Every bench joins the first one, which hosts. */
  meet(): Promise<void>;
}

const STEP_MS = 50;

export async function startSomeBenches(
  count: number,
  replaced: Partial<BenchParts> = {},
): Promise<SomeBenches> {
  const clock = createHandClock();
  const simulation = createSharedSimulation({ seed: 1, clock, packing: 4 });
  const network = createMemoryNetwork();
  // The fourth account is offline at first; a test that is about that logs it off again.
  for (const { steamId, loggedOn } of defaultAccounts)
    if (!loggedOn) simulation.set({ accountOf: steamId, account: { loggedOn: true } });
  const stopped = new Set<SomeBench>();
  const all = await Promise.all(
    defaultAccounts.slice(0, count).map(async ({ steamId }, index): Promise<SomeBench> => {
      const machine = `machine-${index + 1}`;
      const bench = createBench({
        ...createScriptedPorts(),
        handshakeNetwork: network.at(machine),
        clock,
        simulation,
        player: index === 0 ? undefined : steamId,
        startWith: { client: 'simulated', appId: 480, appIdSource: 'default' },
        openSteam: () => Promise.resolve(fail('client-missing')),
        examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
        trace: { calling: () => undefined, returned: () => undefined },
        publish: () => undefined,
        record: () => undefined,
        wake: () => undefined,
        ...replaced,
      });
      await bench.start();
      const { handshake } = bench.handlers;
      return {
        bench,
        steamId,
        machine,
        state: () => valueNow(handshake.get(undefined)),
        host: async (port = 0) => await handshake.host({ port, isOpenToNetwork: false }),
        join: async (address, code) => await handshake.join({ address, code }),
        leave: () => void handshake.leave(undefined),
        entries: () => bench.journal.read().entries,
      };
    }),
  );

  const run = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
      clock.pass(STEP_MS);
      for (const one of all) if (!stopped.has(one)) one.bench.tick();
      await network.settle();
    }
  };

  return {
    clock,
    simulation,
    network,
    all,
    run,
    stop: (bench) => void stopped.add(bench),
    async meet() {
      const [host, ...guests] = all;
      const { addresses, code } = valueNow(await host?.host());
      for (const guest of guests) valueNow(await guest.join(addresses[0] ?? '', code ?? ''));
      await run(2000);
    },
  };
}

/** What this bench knows that one found of the other. */
export function findingOf(
  state: HandshakeState,
  verifier: SomeBench,
  player: SomeBench,
): Finding | undefined {
  return state.findings.find(
    ({ verifierId, playerId }) => verifierId === verifier.steamId && playerId === player.steamId,
  );
}

function valueNow<Value>(outcome: Outcome<Value> | Promise<Outcome<Value>> | undefined): Value {
  if (outcome === undefined || outcome instanceof Promise) throw new Error('No answer yet.');
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}
