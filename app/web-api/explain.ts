import { explainStatus } from './explain-status.ts';
import type { Explanation, WebApiAnswer } from './web-api.ts';

/** What is known of a check once something came back. */
export interface Answered {
  readonly status: number;
  readonly answer: WebApiAnswer;
  readonly retryAfterSeconds: number | undefined;
  readonly identity: string | undefined;
  /** The ticket is simulated, and who was asked cannot know it. */
  readonly isInVain: boolean;
}

/**
 * What an answer means and what usually brings it about.
 *
 * Valve documents the fields of the answer, not the errors: what is said of their causes is what developers met.
 */
export function explain(answered: Answered): Explanation {
  const { status, answer } = answered;
  const isGood = status >= 200 && status < 300;
  if (answer.kind === 'verified' && isGood) return explainVerified(answer);
  // What the interface says of a refusal counts more than the status that it came with.
  if (answer.kind === 'refused') return explainRefusal(answer, answered);
  if (isGood) {
    return {
      tone: 'warning',
      title: 'The answer was not understood',
      detail: 'The server answered, but not in the way that AuthenticateUserTicket does.',
      remedy: 'See that the address is the one of Steam’s web API, and look at the body below.',
    };
  }
  return explainStatus(status, answered.retryAfterSeconds);
}

function explainVerified(answer: Extract<WebApiAnswer, { kind: 'verified' }>): Explanation {
  if (answer.isPublisherBanned) {
    return {
      tone: 'fault',
      title: 'Verified, but banned by the publisher',
      detail: 'The server takes the ticket for genuine. The publisher has banned this player from the game.',
      remedy: 'Do not let the player in.',
    };
  }
  if (answer.isVacBanned) {
    return {
      tone: 'warning',
      title: 'Verified, with a VAC ban',
      detail:
        'The server takes the ticket for genuine. The player has a VAC ban, in this game or in one that shares its bans.',
      remedy: 'Keep the player off secure servers.',
    };
  }
  if (answer.ownerSteamId !== answer.steamId) {
    return {
      tone: 'good',
      title: 'Verified, with a borrowed game',
      detail:
        'The server takes the ticket for genuine. The licence belongs to another account: the game comes from a Steam Family.',
      remedy: 'Where a ban is to stick, apply it to the owner as well.',
    };
  }
  return {
    tone: 'good',
    title: 'Verified',
    detail: 'The server takes the ticket for genuine, and says that the player owns the app.',
  };
}

const INVALID_PARAMETER = 3;
const INVALID_TICKET = 101;
const TICKET_FOR_OTHER_APP = 102;

function explainRefusal(
  { errorCode, errorText }: Extract<WebApiAnswer, { kind: 'refused' }>,
  { identity, isInVain }: Answered,
): Explanation {
  const text = errorText.toLowerCase();
  if (isInVain) {
    return {
      tone: 'warning',
      title: 'Steam does not know simulated tickets',
      detail: 'The ticket was made by the simulator. Steam cannot know it, whatever else is right or wrong.',
      remedy: 'Connect to Steam and check a real ticket.',
    };
  }
  if (text.includes('identity')) return wrongIdentity(identity);
  if (errorCode === TICKET_FOR_OTHER_APP || text.includes('other app')) {
    return {
      tone: 'fault',
      title: 'The ticket is for another app',
      detail: 'It was issued by a client that ran as another app id than the one that was asked about.',
      remedy: 'Ask with the app id of the session that issued it. Demos and playtests have ids of their own.',
    };
  }
  if (errorCode === INVALID_PARAMETER || text.includes('invalid parameter')) {
    return {
      tone: 'fault',
      title: 'Steam could not read a parameter',
      detail:
        'Usually the ticket: it was cut, padded with zeros, or its hex lost the leading zeros of bytes.',
      remedy:
        'Send the bytes of the ticket as hex, two digits a byte, and no more bytes than the callback said.',
    };
  }
  if (errorCode === INVALID_TICKET || text.includes('invalid ticket')) return invalidTicket(identity);
  return {
    tone: 'fault',
    title: `Refused with error ${errorCode}`,
    detail: 'This error is not one that developers commonly meet. Steam’s own words are below.',
    remedy: 'Check the key, the app id, the identity and the ticket, in that order.',
  };
}

function invalidTicket(identity: string | undefined): Explanation {
  return {
    tone: 'fault',
    title: 'The ticket is not accepted',
    detail:
      'Usually one of these: it was cancelled, or its client is gone; Steam had not confirmed it yet; it was made for ' +
      `another identity than ${identity === undefined ? 'none' : `“${identity}”`}; or it is old and was used before.`,
    remedy:
      'Issue a new web API ticket, wait until it is confirmed, and ask with the very identity that it was made for.',
  };
}

function wrongIdentity(identity: string | undefined): Explanation {
  return {
    tone: 'fault',
    title: 'The ticket was made for another identity',
    detail:
      identity === undefined
        ? 'The question named no identity, but the ticket was made for one.'
        : `The question named “${identity}”. The ticket was made for another one, or for none.`,
    remedy: 'Give the text that GetAuthTicketForWebApi was called with, letter for letter.',
  };
}
