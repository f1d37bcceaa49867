import type { BenchPorts } from './bench-ports.ts';
import type { Clock } from './clock.ts';
import type { BenchContract } from './ipc/contract.ts';
import type { Publish } from './ipc/serve.ts';
import type { EntryDraft } from './journal/entry.ts';
import type { Arrival, CallFailure } from './pump.ts';
import type { SessionSnapshot } from './session/session.ts';
import type { Caller, MadeCall } from './steam/caller.ts';
import type { SteamClient } from './steam/steam-client.ts';

/**
 * A part of the bench that follows what goes on between the bench and Steam.
 *
 * Whoever made a call, every part hears of it: the window shows what is so, not what was clicked. `called` and `arrived`
 * are on the way of every call and callback: they return at once for what is not theirs.
 */
export interface Follower {
  readonly called?: (call: MadeCall) => void;
  readonly arrived?: (arrival: Arrival) => void;
  /** A call result came to nothing. */
  readonly callFailed?: (failure: CallFailure) => void;
  readonly connected?: (client: SteamClient, at: number) => void;
  /** The client is about to be closed and still answers: the time to take back what was given out. */
  readonly closing?: () => void;
  readonly disconnected?: (at: number) => void;
  /** Called with every tick while a client is connected, at least 30 times a second: ends waits that are over. */
  readonly tick?: (now: number) => void;
  /** Milliseconds within which `tick` has to come while a client is connected; undefined where any time will do. */
  readonly nextTickMs?: () => number | undefined;
}

/** What every part of the bench is made of. */
export interface BenchContext {
  readonly clock: Clock;
  readonly caller: Caller;
  readonly publish: Publish<BenchContract>;
  /** Writes a journal entry. */
  readonly write: (draft: EntryDraft) => void;
  readonly session: () => SessionSnapshot;
  /** The client, while there is one. */
  readonly client: () => SteamClient | undefined;
  /** Something happened that should not wait for the next tick. */
  readonly wake: () => void;
  readonly ports: BenchPorts;
}
