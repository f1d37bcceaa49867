import type { PendingCallCard } from './world.ts';

/** A call whose result has not come; `finish` sends it, with a reason as a failure. */
export interface PendingCall extends PendingCallCard {
  readonly clientNumber: number;
  readonly finish: (failure: number | undefined) => void;
}

/** The calls of the network that wait for their result, oldest first. */
export interface PendingCalls {
  /** A handle that no other call has; never "0", which is invalid. */
  nextHandle(random: number): string;
  add(call: PendingCall): void;
  all(): readonly PendingCall[];
  /** Sends the result of a call that still waits; says whether there was one. */
  finish(call: string, failure: number | undefined): boolean;
  dropAllOf(clientNumber: number): void;
}

export function createPendingCalls(onChanged: () => void): PendingCalls {
  let calls: readonly PendingCall[] = [];
  let count = 0n;

  return {
    nextHandle(random) {
      count += 1n;
      return ((BigInt(random) << 32n) | count).toString();
    },
    add(call) {
      calls = [...calls, call];
      onChanged();
    },
    all: () => calls,
    finish(handle, failure) {
      const found = calls.find(({ call }) => call === handle);
      if (found === undefined) return false;
      calls = calls.filter((call) => call !== found);
      onChanged();
      found.finish(failure);
      return true;
    },
    dropAllOf(clientNumber) {
      const left = calls.filter((call) => call.clientNumber !== clientNumber);
      if (left.length === calls.length) return;
      calls = left;
      onChanged();
    },
  };
}
