import { describeEnum, enumMember } from '../../../../app/steam/enums.ts';
import type { AuthSessionCard, SessionState, SessionVerdict } from '../../../../app/tickets/book.ts';
import { beginCauses, verdictCauses } from '../../../../app/tickets/meanings.ts';
import type { LampState } from '../../../ui/lamp.tsx';
import { latency } from '../issued/ticket-words.ts';

interface StateWords {
  readonly title: string;
  readonly lamp: LampState;
}

/** EAuthSessionResponse of a ticket that its owner took back. */
const AUTH_TICKET_CANCELED = 6;

const stateWords: Readonly<Record<SessionState, StateWords>> = {
  notBegun: { title: 'Not begun', lamp: 'fault' },
  waiting: { title: 'Waiting', lamp: 'busy' },
  unanswered: { title: 'Unanswered', lamp: 'warning' },
  verified: { title: 'Verified', lamp: 'on' },
  refused: { title: 'Refused', lamp: 'fault' },
  ended: { title: 'Ended', lamp: 'off' },
  lost: { title: 'Lost', lamp: 'off' },
};

/** Where a session stands, in a word and as a lamp. A player who left was not refused. */
export function sessionWords({ state, verdicts }: AuthSessionCard): StateWords {
  const isTakenBack = state === 'refused' && verdicts.at(-1)?.response === AUTH_TICKET_CANCELED;
  return isTakenBack ? { title: 'Ticket cancelled', lamp: 'warning' } : stateWords[state];
}

/** Whether Steam still holds the session. */
export function isOpen({ state }: AuthSessionCard): boolean {
  return state === 'waiting' || state === 'unanswered' || state === 'verified' || state === 'refused';
}

/** What BeginAuthSession answered, what it means, and what is usually behind it. */
export function beginWords(result: number): { readonly answer: string; readonly meaning: string } {
  return {
    answer: `${describeEnum('EBeginAuthSessionResult', result)}, at once`,
    meaning: sentences(enumMember('EBeginAuthSessionResult', result)?.meaning, beginCauses[result]),
  };
}

/** What Steam said later, what it means, and what is usually behind it. */
export function verdictWords({ response, afterMs }: SessionVerdict): {
  readonly answer: string;
  readonly meaning: string;
} {
  return {
    answer: `${describeEnum('EAuthSessionResponse', response)} after ${latency(afterMs)}`,
    meaning: sentences(enumMember('EAuthSessionResponse', response)?.meaning, verdictCauses[response]),
  };
}

/** What there is to say where no verdict came; undefined while one may be expected. */
export function noVerdictWords(state: SessionState): string | undefined {
  switch (state) {
    case 'notBegun':
      return 'None follows: no session was begun.';
    case 'unanswered':
      return 'None came in time. One may still come late.';
    case 'ended':
      return 'The session was ended before one came.';
    case 'lost':
      return 'The client is gone: none will come.';
    default:
      return undefined;
  }
}

/** Whether the player plays the game of somebody else, as the latest verdict says. */
export function isBorrowed({ steamId, verdicts }: AuthSessionCard): boolean {
  const latest = verdicts.at(-1);
  return latest !== undefined && latest.ownerId !== '0' && latest.ownerId !== steamId;
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
