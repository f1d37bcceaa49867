import { userFunctions, type UserFunction, type UserFunctionName } from '../steam/user-functions.ts';
import type { UserCallbackName } from '../steam/user-callbacks.ts';

/** How long an answer is waited for before the wait is given up. */
export const ANSWER_TIMEOUT_MS = 20_000;

/** A call that waits for what answers it. */
interface Awaited {
  readonly seq: number;
  readonly name: UserFunctionName;
  readonly returnedAt: number;
  /** Call handle, ticket handle or Steam id: what the answer will carry. */
  readonly key: string;
  readonly answeredBy: UserCallbackName;
}

/** The call that something answers, and how long the answer took. */
export interface Paired {
  readonly answers: number;
  readonly name: UserFunctionName;
  readonly latencyMs: number;
}

/** Finds for every answer the call that asked for it. */
export interface Pairing {
  /** Notes a call that returned; those that nothing answers are ignored. */
  called(seq: number, name: UserFunctionName, args: unknown, value: unknown, returnedAt: number): void;
  /** A call result, by its handle. */
  callResult(call: string, at: number): Paired | undefined;
  /** A callback, by what it carries. Each call is answered once: a later verdict on the same session is news. */
  callback(name: UserCallbackName, fields: Readonly<Record<string, unknown>>, at: number): Paired | undefined;
  /** Calls whose answer did not come in time, each told once. They are still paired if the answer comes late. */
  expire(at: number): readonly { readonly seq: number; readonly name: UserFunctionName }[];
  /** Whether an answer is waited for now. */
  isAwaiting(): boolean;
  clear(): void;
}

export function createPairing(timeoutMs: number = ANSWER_TIMEOUT_MS): Pairing {
  let waiting: Awaited[] = [];
  let late: Awaited[] = [];

  const take = (matches: (awaited: Awaited) => boolean): Awaited | undefined => {
    const found = waiting.find(matches);
    if (found !== undefined) {
      waiting = waiting.filter((awaited) => awaited !== found);
      return found;
    }
    const foundLate = late.find(matches);
    if (foundLate !== undefined) late = late.filter((awaited) => awaited !== foundLate);
    return foundLate;
  };

  const paired = (awaited: Awaited | undefined, at: number): Paired | undefined =>
    awaited && { answers: awaited.seq, name: awaited.name, latencyMs: Math.max(0, at - awaited.returnedAt) };

  return {
    called(seq, name, args, value, returnedAt) {
      const { answer }: UserFunction = userFunctions[name];
      const key = answer && answerKey(name, args, value);
      if (answer !== undefined && key !== undefined) {
        waiting.push({ seq, name, returnedAt, key, answeredBy: answer.name });
      }
    },
    callResult: (call, at) =>
      paired(
        take((awaited) => awaited.key === call && isCallResult(awaited.name)),
        at,
      ),
    callback(name, fields, at) {
      const key = callbackKey(name, fields);
      if (key === undefined) return undefined;
      return paired(
        take((awaited) => awaited.answeredBy === name && awaited.key === key),
        at,
      );
    },
    expire(at) {
      const expired = waiting.filter((awaited) => at - awaited.returnedAt >= timeoutMs);
      if (expired.length === 0) return expired;
      waiting = waiting.filter((awaited) => !expired.includes(awaited));
      // Bounded: a client that never answers must not make the bench grow.
      late = [...late, ...expired].slice(-1000);
      return expired;
    },
    isAwaiting: () => waiting.length > 0,
    clear() {
      waiting = [];
      late = [];
    },
  };
}

function isCallResult(name: UserFunctionName): boolean {
  const { answer }: UserFunction = userFunctions[name];
  return answer?.by === 'callResult';
}

/** What the answer to this call will carry; undefined where Steam refused the call and nothing will come. */
function answerKey(name: UserFunctionName, args: unknown, value: unknown): string | undefined {
  switch (name) {
    case 'getAuthSessionTicket':
      return handleKey((value as { readonly id: number }).id);
    case 'getAuthTicketForWebApi':
      return handleKey(value as number);
    case 'beginAuthSession':
      return value === 0 ? (args as { readonly steamId: string }).steamId : undefined;
    default:
      return typeof value === 'string' && value !== '0' ? value : undefined;
  }
}

const handleKey = (handle: number): string | undefined => (handle === 0 ? undefined : String(handle));

function callbackKey(name: UserCallbackName, fields: Readonly<Record<string, unknown>>): string | undefined {
  switch (name) {
    case 'getAuthSessionTicketResponse':
    case 'getTicketForWebApi':
      return String(fields['authTicket']);
    case 'validateAuthTicketResponse':
      return String(fields['authId']);
    default:
      return undefined;
  }
}
