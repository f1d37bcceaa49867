import { callFailureNames } from '../steam/steam-client.ts';
import type { AskFailure } from './question.ts';

const meanings: Readonly<Record<number, string>> = {
  [-1]: 'Steam names no reason.',
  0: 'The Steam client is gone.',
  1: 'The network failed, or Steam’s servers cannot be reached.',
  2: 'Steam does not know the call any more.',
  3: 'The result was asked for as another kind than it is.',
};

/** Why a question came to nothing, in a sentence, with Steam’s number and name where Steam gave them. */
export function askFailureWords(reason: AskFailure): string {
  switch (reason) {
    case 'unanswered':
      return 'No answer came in time. One may still come late.';
    case 'lost':
      return 'The client was gone before Steam answered.';
    case 'refused':
      return 'Steam took no question: the call handle is 0.';
    default: {
      const name = callFailureNames[reason] ?? 'unknown';
      return [`ESteamAPICallFailure ${reason} ${name}.`, meanings[reason] ?? ''].join(' ').trim();
    }
  }
}
