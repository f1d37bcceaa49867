import { createBench, type BenchParts } from '../bench.ts';
import { createHandClock } from '../hand-clock.ts';
import { contract } from '../ipc/contract.ts';
import { createDispatch } from '../ipc/serve.ts';
import { succeed, type Outcome } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { createSharedSimulation } from '../simulator/shared-simulation.ts';
import { createScriptedClient, type Script } from '../steam/scripted-client.ts';
import type { EncryptedTicketState } from './encrypted-ticket.ts';

/** A bench for tests of one part: connected to a client that says what the test has it say. */
export async function startScriptedBench(script: Script, ports: Partial<BenchParts> = {}) {
  const clock = createHandClock();
  const client = createScriptedClient({ script });
  const told: unknown[] = [];
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation: createSharedSimulation({ seed: 1, clock, packing: 4 }),
    startWith: { client: 'steam', appId: 480, appIdSource: 'command line' },
    openSteam: (appId) => Promise.resolve(succeed(appId === 480 ? client : createScriptedClient({ appId }))),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    publish: (_feature, _member, payload) => told.push(payload),
    record: () => undefined,
    wake: () => undefined,
    ...ports,
  });
  const dispatch = createDispatch(contract, bench.handlers, (channel, error) => {
    throw new Error(`Bug in ${channel}`, { cause: error });
  });
  await bench.start();

  const encrypted = async (command: string, input?: unknown): Promise<Outcome<EncryptedTicketState>> =>
    // The contract answers it to each command that is used here.
    (await dispatch(`encryptedTicket.${command}`, input)) as Outcome<EncryptedTicketState>;

  return {
    bench,
    client,
    clock,
    dispatch,
    encrypted,
    /** Everything that was ever told to the page or written down, as text. */
    everythingTold: () => JSON.stringify([told, bench.journal.read().entries]),
    state: async (): Promise<EncryptedTicketState> => {
      const outcome = await encrypted('get');
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value;
    },
    pass: (milliseconds: number): void => {
      clock.pass(milliseconds);
      bench.tick();
    },
  };
}
