import type { Clock } from '../clock.ts';
import type { UserCallbackFields, UserCallbackName } from '../steam/user-callbacks.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAnswerPlans, type AnswerPlans } from './answer-plans.ts';
import { defaultAccounts } from './default-accounts.ts';
import { createNewestOf, type NewestOf } from './newest.ts';
import { createPendingCalls, type PendingCalls } from './pending-calls.ts';
import { createPlayTimes, type PlayTimes } from './play-times.ts';
import { createRandom, type Random } from './random.ts';
import { createSessionRegister, type SessionRegister } from './session-register.ts';
import { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts';
import { createTicketRegister, type TicketRegister } from './ticket-register.ts';
import type { GameConnectionCard, StoreUrlCard } from './world.ts';

/** Of what only the newest are worth showing. */
const NEWEST = 20;
const MOST_CONNECTIONS = 1000;

/** An open client as the network sees it. */
export interface NetworkClient {
  /** From 1, in the order of opening. */
  readonly number: number;
  readonly steamId: string;
  readonly appId: number;
  /** Puts a callback into the client's queue; one whose pipe is broken or that is closed hears nothing. */
  post<Name extends UserCallbackName>(name: Name, fields: UserCallbackFields<Name>): void;
  /** Puts the result of a call into the queue. */
  answerCall<Name extends UserCallbackName>(call: string, name: Name, fields: UserCallbackFields<Name>): void;
  /** Tells that a call came to nothing, with an ESteamAPICallFailure. */
  failCall(call: string, name: UserCallbackName, reason: number): void;
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
  readonly sessions: SessionRegister;
  readonly answers: AnswerPlans;
  readonly calls: PendingCalls;
  readonly playTimes: PlayTimes;
  /** When an account last got an encrypted ticket for an app, by `steamId/appId`. */
  readonly encryptedTicketGrants: Map<string, number>;
  readonly storeUrls: NewestOf<Omit<StoreUrlCard, 'isStale'>>;
  readonly gameConnections: NewestOf<GameConnectionCard & { readonly clientNumber: number }>;
  /** The open clients of an account, also those whose pipe is broken. */
  clientsOf(steamId: string): readonly NetworkClient[];
  nextClientNumber(): number;
  join(client: NetworkClient): void;
  leave(client: NetworkClient): void;
  /** Random numbers of a duty: the same stream each time it is asked for by the same name. */
  random(stream: string): Random;
  /** Notes that something changed which a snapshot shows. */
  readonly touch: () => void;
  /** Whether something did since the last time that this was asked. */
  takeTouched(): boolean;
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
  const streams = new Map<string, Random>();
  let clients: readonly NetworkClient[] = [];
  let clientCount = 0;
  let isTouched = false;

  const touch = (): void => {
    isTouched = true;
  };

  const random = (stream: string): Random => {
    const known = streams.get(stream);
    if (known !== undefined) return known;
    const created = createRandom(seed, stream);
    streams.set(stream, created);
    return created;
  };

  const accounts = createAccounts(defaultAccounts, touch);
  const clientsOf = (steamId: string): readonly NetworkClient[] =>
    clients.filter((client) => client.steamId === steamId);
  const playTimes = createPlayTimes({ clock, accounts, clientsOf, touch });

  return {
    seed,
    clock,
    accounts,
    tickets: createTicketRegister(touch),
    sessions: createSessionRegister(touch),
    answers: createAnswerPlans(random, touch),
    calls: createPendingCalls(touch),
    playTimes,
    encryptedTicketGrants: new Map(),
    storeUrls: createNewestOf(NEWEST, touch),
    gameConnections: createNewestOf(MOST_CONNECTIONS, touch),
    clientsOf,
    nextClientNumber: () => (clientCount += 1),
    join(client) {
      clients = [...clients, client];
      playTimes.update(client.steamId);
    },
    leave(client) {
      clients = clients.filter((other) => other !== client);
      playTimes.update(client.steamId);
    },
    random,
    touch,
    takeTouched() {
      const wasTouched = isTouched;
      isTouched = false;
      return wasTouched;
    },
    end() {
      for (const client of clients) client.failPipe(1);
    },
  };
}
