import type { Clock } from '../clock.ts';
import type { UserCallbackFields, UserCallbackName } from '../steam/user-callbacks.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { defaultAccounts } from './default-accounts.ts';
import { createRandom, type Random } from './random.ts';
import { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts';
import { createTicketRegister, type TicketRegister } from './ticket-register.ts';

/** The bounds of the time that Steam's servers take to answer, in simulated milliseconds. */
const SHORTEST_LATENCY_MS = 20;
const LONGEST_LATENCY_MS = 120;

/** An open client as the network sees it. */
export interface NetworkClient {
  /** From 1, in the order of opening. */
  readonly number: number;
  readonly steamId: string;
  /** Puts a callback into the client's queue; one whose pipe is broken or that is closed hears nothing. */
  post<Name extends UserCallbackName>(name: Name, fields: UserCallbackFields<Name>): void;
  /** IPC failure: what waits in the queue is lost; with type 1 the pipe is dead from then on. */
  failPipe(type: 0 | 1): void;
  hasPipe(): boolean;
}

/** One simulated Steam: its accounts, its time, what it remembers, and the clients that are connected to it. */
export interface Network {
  readonly seed: number;
  readonly clock: SimulatedClock;
  readonly accounts: Accounts;
  readonly tickets: TicketRegister;
  /** The open clients of an account, also those whose pipe is broken. */
  clientsOf(steamId: string): readonly NetworkClient[];
  nextClientNumber(): number;
  join(client: NetworkClient): void;
  leave(client: NetworkClient): void;
  /** Random numbers of a duty: the same stream each time it is asked for by the same name. */
  random(stream: string): Random;
  /** Runs a task when Steam's servers have had the time to answer. */
  answerLater(task: () => void): void;
  /** Breaks every pipe: this Steam is gone. */
  end(): void;
}

export function createNetwork({
  seed,
  clock: host,
}: {
  readonly seed: number;
  readonly clock: Clock;
}): Network {
  const clock = createSimulatedClock(host);
  const tickets = createTicketRegister();
  const streams = new Map<string, Random>();
  let clients: readonly NetworkClient[] = [];
  let clientCount = 0;

  const random = (stream: string): Random => {
    const known = streams.get(stream);
    if (known !== undefined) return known;
    const created = createRandom(seed, stream);
    streams.set(stream, created);
    return created;
  };

  return {
    seed,
    clock,
    accounts: createAccounts(defaultAccounts),
    tickets,
    clientsOf: (steamId) => clients.filter((client) => client.steamId === steamId),
    nextClientNumber: () => (clientCount += 1),
    join(client) {
      clients = [...clients, client];
    },
    leave(client) {
      clients = clients.filter((other) => other !== client);
    },
    random,
    answerLater: (task) =>
      clock.after(random('latency').between(SHORTEST_LATENCY_MS, LONGEST_LATENCY_MS), task),
    end() {
      for (const client of clients) client.failPipe(1);
    },
  };
}
