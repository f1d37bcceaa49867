import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import type { Arrival, CallFailure } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import { REQUEST_INTERVAL_MS, type EncryptedRequest } from './encrypted-ticket.ts';

/** Requests that are remembered; the oldest go first. */
const MOST_REQUESTS = 50;

const OK = 1;
const LIMIT_EXCEEDED = 25;

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

/** Follows every request for an encrypted ticket to its end. Each method answers whether something changed. */
export interface Requests {
  called(call: MadeCall): boolean;
  arrived(arrival: Arrival): boolean;
  callFailed(failure: CallFailure): boolean;
  expire(now: number): boolean;
  lose(): boolean;
  /** Another app may ask at once. */
  forgetLimit(): void;
  /** Newest first. */
  list(): readonly EncryptedRequest[];
  /** May be past. */
  nextAllowedAt(): number | undefined;
}

interface Followed {
  readonly seq: number;
  request: EncryptedRequest;
}

export function createRequests(): Requests {
  let followed: readonly Followed[] = [];
  let lastNumber = 0;
  let allowedAt: number | undefined;

  const end = (answers: number | undefined, change: Partial<EncryptedRequest>): Followed | undefined => {
    // A late answer still counts; one to a client that is gone does not come.
    const found = followed.find(
      ({ seq, request }) =>
        seq === answers && (request.state === 'waiting' || request.state === 'unanswered'),
    );
    if (found !== undefined) found.request = { ...found.request, ...change };
    return found;
  };

  const endAll = (which: readonly Followed[], state: 'unanswered' | 'lost'): boolean => {
    for (const one of which) one.request = { ...one.request, state };
    return which.length > 0;
  };

  const lose = (): boolean =>
    endAll(
      followed.filter(({ request }) => request.state === 'waiting'),
      'lost',
    );

  return {
    called(call) {
      if (call.name !== 'requestEncryptedAppTicket' || call.value === '0') return false;
      lastNumber += 1;
      const { userData } = call.args as { readonly userData: Uint8Array };
      const request: EncryptedRequest = {
        number: lastNumber,
        askedAt: call.at,
        userDataBytes: userData.length,
        state: 'waiting',
        deadline: call.at + ANSWER_TIMEOUT_MS,
        isSimulated: call.isSimulated,
      };
      followed = [{ seq: call.seq, request }, ...followed].slice(0, MOST_REQUESTS);
      return true;
    },
    arrived(arrival) {
      // Over a broken pipe no answer comes any more.
      if (arrival.name === 'ipcFailure') return arrival.fields.type === PIPE_FAIL && lose();
      if (arrival.name !== 'encryptedAppTicketResponse') return false;
      const { result } = arrival.fields;
      const found = end(arrival.answers, { state: 'answered', answeredAt: arrival.at, result });
      if (found === undefined) return false;
      const { askedAt } = found.request;
      const latest = askedAt + REQUEST_INTERVAL_MS;
      if (result === OK) allowedAt = latest;
      // Granted before the bench looked, perhaps to another program: no later than that, for all one can know.
      else if (result === LIMIT_EXCEEDED && (allowedAt === undefined || allowedAt <= askedAt))
        allowedAt = latest;
      return true;
    },
    callFailed: ({ answers, reason, at }) =>
      end(answers, { state: 'failed', answeredAt: at, reason }) !== undefined,
    expire: (now) =>
      endAll(
        followed.filter(({ request }) => request.state === 'waiting' && request.deadline <= now),
        'unanswered',
      ),
    lose,
    forgetLimit() {
      allowedAt = undefined;
    },
    list: () => followed.map(({ request }) => request),
    nextAllowedAt: () => allowedAt,
  };
}
