import { enumMember } from '../steam/enums.ts';

/** What an answer to a request for an encrypted ticket means, and what usually brings it about. */
export interface RequestMeaning {
  /** `25 LimitExceeded` */
  readonly name: string;
  readonly cause: string;
  readonly remedy?: string;
}

const causes: Readonly<Record<number, Omit<RequestMeaning, 'name'>>> = {
  1: { cause: 'Granted: the ticket can be fetched.' },
  2: {
    cause: 'Steam gives no reason. Usually its servers are busy, or the account does not own the app.',
    remedy: 'Ask again in a minute, and see that the account owns the app.',
  },
  3: {
    cause: 'The client has no connection to Steam: it is offline, or the connection just dropped.',
    remedy: 'Bring the client online, then ask again. A refused request does not use up the minute.',
  },
  8: {
    cause: 'Steam did not like an argument. Usually the user data is too long.',
    remedy: 'Ask with less user data.',
  },
  15: {
    cause: 'The account may not have a ticket of this app. Usually it does not own the app.',
    remedy: 'Log in with an account that owns the app, or connect with another app id.',
  },
  16: { cause: 'Steam’s servers did not answer in time.', remedy: 'Ask again.' },
  20: { cause: 'Steam’s ticket service is down for now.', remedy: 'Ask again later.' },
  21: { cause: 'Nobody is logged on to Steam.', remedy: 'Log on in the Steam client, then ask again.' },
  25: {
    cause: 'Asked too early: Steam gives one encrypted ticket in 60 seconds to an account and app.',
    remedy: 'Wait for the countdown. The ticket of the last request can still be fetched.',
  },
  29: {
    cause: 'Another request is still pending. That one goes on; this one was not taken.',
    remedy: 'Wait for the answer to the first one.',
  },
};

/** The meaning of an EResult in call result 154. */
export function requestMeaning(result: number): RequestMeaning {
  const known = enumMember('EResult', result);
  const name = `${result} ${known?.name ?? '(unknown)'}`;
  const cause = causes[result];
  if (cause !== undefined) return { name, ...cause };
  const meaning = known?.meaning ?? '';
  return { name, cause: meaning === '' ? 'Steam refused the request for a reason of its own.' : meaning };
}
