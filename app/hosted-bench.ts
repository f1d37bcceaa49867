import { vi } from 'vitest';
import { createBench, type BenchParts } from './bench.ts';
import { createHandClock } from './hand-clock.ts';
import { contract } from './ipc/contract.ts';
import { createDispatch } from './ipc/serve.ts';
import type { JournalEntry } from './journal/entry.ts';
import { fail, succeed, type Outcome } from './outcome.ts';
import { createScriptedPorts, scriptedDesktop } from './scripted-ports.ts';
import { defaultAccounts } from './simulator/default-accounts.ts';
import { createSharedSimulation } from './simulator/shared-simulation.ts';
import { createScriptedClient, type Script, type ScriptedClient } from './steam/scripted-client.ts';
import type { OpenSteam } from './steam/steam-client.ts';
import type { TicketCard } from './tickets/book.ts';

/** The account that is logged in where the simulated client is connected. */
export const [ada] = defaultAccounts;
export const ADA = ada?.steamId ?? '';

/** What opening Steam gives where a test opens no client. */
export const clientMissing = fail('client-missing', 'Steam is not installed.');

interface Told {
  readonly channel: string;
  readonly payload: unknown;
}

/** A bench in a host that writes down all that it is told: its page asks by channel, its time is passed by hand. */
export function beginHosted(parts: Partial<BenchParts> = {}) {
  const clock = createHandClock();
  const told: Told[] = [];
  const recorded: JournalEntry[] = [];
  const wake = vi.fn<() => void>();
  const copyBytes = vi.fn<BenchParts['desktop']['copyBytes']>(() => Promise.resolve());
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation: createSharedSimulation({ seed: 1, clock, packing: 4 }),
    startWith: { client: 'simulated', appId: 480, appIdSource: 'command line' },
    openSteam: () => Promise.resolve(clientMissing),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    desktop: { ...scriptedDesktop, copyBytes },
    publish: (feature, member, payload) => told.push({ channel: `${feature}.${member}`, payload }),
    record: (entries) => recorded.push(...entries),
    wake,
    ...parts,
  });
  const bugs: unknown[] = [];
  const dispatch = createDispatch(contract, bench.handlers, (_channel, error) => bugs.push(error));
  return {
    bench,
    clock,
    wake,
    copyBytes,
    recorded,
    bugs,
    dispatch,
    /** What was told on a channel, oldest first. */
    toldOn: (channel: string) => told.filter((one) => one.channel === channel).map(({ payload }) => payload),
    call: (name: string, args?: unknown) => dispatch('steam.call', { name, args }),
    entries: () => bench.journal.read().entries,
    /** Lets time pass as the host's loop would, until then. */
    run: (milliseconds: number): void => {
      for (let passed = 0; passed < milliseconds; passed += 4) {
        clock.pass(4);
        bench.tick();
      }
    },
  };
}

/** The value of an outcome that a test takes for granted. */
export function valueOf(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

export const cardOf = (outcome: Outcome<unknown>): TicketCard => valueOf(outcome) as TicketCard;

/** Opens clients that were scripted beforehand, one after the other. */
export const opening = (...clients: readonly ScriptedClient[]): OpenSteam => {
  const left = [...clients];
  return () => {
    const client = left.shift();
    return Promise.resolve(client === undefined ? clientMissing : succeed(client));
  };
};

/** A client that gives tickets with handles from 1. */
export function ticketClient(script: Script = {}): ScriptedClient {
  let handle = 0;
  return createScriptedClient({
    script: {
      ...script,
      getAuthSessionTicket: () => {
        handle += 1;
        return succeed({ id: handle, buffer: Uint8Array.of(0xab, handle), size: 2 });
      },
    },
  });
}

/** Parts of a bench that starts with these clients of Steam. */
export const steamParts = (...clients: readonly ScriptedClient[]): Partial<BenchParts> => ({
  openSteam: opening(...clients),
  startWith: { client: 'steam', appId: 480, appIdSource: 'default' },
});
