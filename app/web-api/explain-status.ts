import type { Explanation } from './web-api.ts';

/** What a status says where the body says nothing that can be read. */
export function explainStatus(status: number, retryAfterSeconds: number | undefined): Explanation {
  switch (status) {
    case 400:
      return {
        tone: 'fault',
        title: 'A parameter is missing or malformed',
        detail: 'Steam answers 400 where key, app id or ticket is not there or has the wrong form.',
        remedy: 'See that the app id and the ticket are right. A ticket is hex, two digits a byte.',
      };
    case 401:
      return {
        tone: 'fault',
        title: 'The key was not accepted',
        detail: 'Usually the key is mistyped, was revoked, or is none at all.',
        remedy: 'Copy the publisher key anew from Steamworks: Users & Permissions, Manage Groups.',
      };
    case 403:
      return {
        tone: 'fault',
        title: 'The key may not ask about this app',
        detail:
          'Usually the key is wrong, belongs to a group that does not have the app, or is a user’s key where a publisher key is needed. A list of allowed addresses in Steamworks refuses as well.',
        remedy:
          'Use the publisher key of a group that has the app, with https://partner.steam-api.com. A user’s own key works with https://api.steampowered.com only.',
      };
    case 404:
    case 405:
      return {
        tone: 'fault',
        title: 'There is no such interface at this address',
        detail: 'The server answered, but it does not know ISteamUserAuth/AuthenticateUserTicket.',
        remedy: 'The base address ends before ISteamUserAuth. Reset it to get Valve’s.',
      };
    case 413:
    case 414:
      return {
        tone: 'fault',
        title: 'The question is too long',
        detail: 'The ticket makes the address longer than the server takes.',
        remedy: 'Send the ticket alone. A web API ticket has some hundred bytes.',
      };
    case 429:
      return {
        tone: 'warning',
        title: 'Too many questions',
        detail: 'The server limits how often it is asked with one key or from one address.',
        remedy:
          retryAfterSeconds === undefined
            ? 'Wait a minute, then ask again.'
            : `The server asks to wait ${retryAfterSeconds} s.`,
      };
    default:
  }
  if (status >= 300 && status < 400) {
    return {
      tone: 'warning',
      title: 'The server sends elsewhere',
      detail: 'The bench does not follow: the key and the ticket would go along.',
      remedy: 'Enter the address that the server really has.',
    };
  }
  if (status >= 500) {
    return {
      tone: 'warning',
      title: 'Steam’s web API is in trouble',
      detail: 'The server failed at its end. Steam is down each Tuesday for maintenance, for some minutes.',
      remedy: 'Ask again later. A backend should try again after a pause.',
    };
  }
  return {
    tone: 'fault',
    title: `The server answered ${status}`,
    detail: 'That is not an answer that the interface is known for.',
    remedy: 'Look at the body below.',
  };
}
