import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Pairing } from '../journal/pairing.ts';
import type { Outcome } from '../outcome.ts';
import { notConnected, type SteamClient } from './steam-client.ts';
import {
  userFunctions,
  type UserFunctionArgs,
  type UserFunctionName,
  type UserFunctionResult,
  type UserFunction,
} from './user-functions.ts';

/** A call that Steam answered. */
export interface MadeCall {
  readonly name: UserFunctionName;
  readonly args: unknown;
  readonly value: unknown;
  readonly seq: number;
  readonly at: number;
  readonly isSimulated: boolean;
}

export type CallListener = (call: MadeCall) => void;

/** Told before and after each native call, so that a call that takes the process down is known afterwards. */
export interface CallTrace {
  calling(name: UserFunctionName): void;
  returned(): void;
}

/** Calls Steam and writes it down: the only way from the bench to a client's functions. */
export interface Caller {
  call<Name extends UserFunctionName>(
    name: Name,
    args: UserFunctionArgs<Name>,
  ): Outcome<UserFunctionResult<Name>>;
  /**
   * Calls without a journal entry and without telling anybody, for what is asked a hundred times a second.
   *
   * Whoever polls writes down what is worth it. The trace is told as ever: a poll can take the process down, too.
   */
  poll<Name extends UserFunctionName>(
    name: Name,
    args: UserFunctionArgs<Name>,
  ): Outcome<UserFunctionResult<Name>>;
}

export interface CallerParts {
  readonly client: () => SteamClient | undefined;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly pairing: Pairing;
  readonly trace: CallTrace;
  readonly listeners: readonly CallListener[];
}

export function createCaller({ client, clock, journal, pairing, trace, listeners }: CallerParts): Caller {
  const traced = <Name extends UserFunctionName>(
    target: SteamClient,
    name: Name,
    args: UserFunctionArgs<Name>,
  ): Outcome<UserFunctionResult<Name>> => {
    trace.calling(name);
    const outcome = target.call(name, args);
    trace.returned();
    return outcome;
  };

  return {
    poll(name, args) {
      const target = client();
      return target === undefined ? notConnected : traced(target, name, args);
    },
    call(name, args) {
      const target = client();
      if (target === undefined) return notConnected;
      const startedAt = clock.now();
      const outcome = traced(target, name, args);
      const endedAt = clock.now();
      const isSimulated = target.kind === 'simulated';
      const { seq } = journal.append({
        time: startedAt,
        kind: 'call',
        name,
        ...(Object.keys(args).length > 0 && { args }),
        value: outcome.ok ? outcome.value : { failed: true, ...outcome.error },
        durationMs: endedAt - startedAt,
        ...(outcome.ok && isCallHandle(name) && { call: outcome.value as string }),
        ...(isSimulated && { simulated: true as const }),
      });
      if (outcome.ok) {
        const { value } = outcome;
        pairing.called(seq, name, args, value, endedAt);
        for (const listener of listeners) listener({ name, args, value, seq, at: endedAt, isSimulated });
      }
      return outcome;
    },
  };
}

function isCallHandle(name: UserFunctionName): boolean {
  const { result }: UserFunction = userFunctions[name];
  return 'kind' in result && result.kind === 'callHandle';
}
