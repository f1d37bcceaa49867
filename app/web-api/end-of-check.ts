import type { Failure } from '../outcome.ts';
import { explain } from './explain.ts';
import { maskCredentials } from './mask.ts';
import type { Question } from './question.ts';
import { readAnswer } from './read-answer.ts';
import { shownBody } from './shown-body.ts';
import type { WebAnswer } from './web-fetch.ts';
import type { WebApiAnswer, WebApiCheck } from './web-api.ts';

/** Longest text of an error that is shown. */
const LONGEST_TEXT = 300;

/** How a check ends. Whatever the server repeats of the question, neither key nor ticket is in it. */
type End = Pick<WebApiCheck, 'state' | 'status' | 'answer' | 'explanation' | 'body'>;

/** In vain: a simulated ticket, and a server that is not the user’s own. */
export function describeAnswer(
  { status, body, isBodyCut, retryAfterSeconds }: WebAnswer,
  { key, ticket, identity }: Question,
  isInVain: boolean,
): End {
  const answer = maskAnswer(readAnswer(body), key, ticket);
  // At the cut there may be a part of the key, which is not known for one.
  const whole = isBodyCut ? body.slice(0, -key.length) : body;
  return {
    state: 'answered',
    status,
    answer,
    explanation: explain({ status, answer, retryAfterSeconds, identity, isInVain }),
    body: shownBody(whole, isBodyCut, (text) => maskCredentials(text, key, ticket)),
  };
}

export function describeFailure({ message, remedy }: Failure, { key, ticket }: Question): End {
  return {
    state: 'failed',
    explanation: {
      tone: 'fault',
      title: 'The web API could not be asked',
      detail: maskCredentials(message, key, ticket),
      remedy: remedy ?? 'See that the address is right and that this machine is online.',
    },
  };
}

function maskAnswer(answer: WebApiAnswer, key: string, ticket: Uint8Array): WebApiAnswer {
  return answer.kind === 'refused'
    ? { ...answer, errorText: maskCredentials(answer.errorText, key, ticket).slice(0, LONGEST_TEXT) }
    : answer;
}
