import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { CallFailure } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';

/** A question that waits for its call result. */
export interface Asking {
  readonly since: number;
  readonly deadline: number;
}

/** Why the last question came to nothing. */
export interface AskFailed {
  readonly at: number;
  /** ESteamAPICallFailure; no answer in time; the client was gone; or Steam gave no call handle. */
  readonly reason: AskFailure;
}

export type AskFailure = number | 'unanswered' | 'lost' | 'refused';

/** Calls that wait at once: more than that are asked by a script, and only the newest are shown. */
const MOST_WAITS = 50;

interface Wait extends Asking {
  readonly seq: number;
}

/** Follows one function that is answered by call result, whoever calls it. Each step says whether it changed anything. */
export interface Question {
  asking(): Asking | undefined;
  failed(): AskFailed | undefined;
  asked(call: MadeCall): void;
  /** An answer came, to a call or to none. */
  answered(seq: number | undefined): void;
  callFailed(failure: CallFailure): boolean;
  expire(now: number): boolean;
  /** The client is gone: nothing will answer any more. */
  lose(at: number): boolean;
  forget(): void;
}

export function createQuestion(): Question {
  let waits: readonly Wait[] = [];
  let failed: AskFailed | undefined;

  const fail = (at: number, reason: AskFailure): true => {
    failed = { at, reason };
    return true;
  };

  return {
    asking() {
      const newest = waits.at(-1);
      return newest && { since: newest.since, deadline: newest.deadline };
    },
    failed: () => failed,
    asked({ seq, at, value }) {
      failed = undefined;
      if (value === '0') fail(at, 'refused');
      else waits = [...waits, { seq, since: at, deadline: at + ANSWER_TIMEOUT_MS }].slice(-MOST_WAITS);
    },
    answered(seq) {
      if (seq === undefined) return;
      waits = waits.filter((wait) => wait.seq !== seq);
      failed = undefined;
    },
    callFailed({ answers, at, reason }) {
      const left = waits.filter((wait) => wait.seq !== answers);
      if (left.length === waits.length) return false;
      waits = left;
      return fail(at, reason);
    },
    expire(now) {
      const left = waits.filter(({ deadline }) => deadline > now);
      if (left.length === waits.length) return false;
      waits = left;
      return fail(now, 'unanswered');
    },
    lose(at) {
      if (waits.length === 0) return false;
      waits = [];
      return fail(at, 'lost');
    },
    forget() {
      waits = [];
      failed = undefined;
    },
  };
}
