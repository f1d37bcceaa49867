import { toHex } from '../steam/hex.ts';

/** The interface and method, below the base address. */
const METHOD = '/ISteamUserAuth/AuthenticateUserTicket/v1/';

/** The address that is asked, without its parameters: they hold the key and the ticket. */
export function methodAddress(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '') + METHOD;
}

export interface Question {
  readonly key: string;
  readonly appId: number;
  readonly ticket: Uint8Array;
  readonly identity: string | undefined;
}

/** The address with its parameters: a credential. */
export function questionUrl(address: string, { key, appId, ticket, identity }: Question): string {
  const parameters: readonly (readonly [string, string])[] = [
    ['key', key],
    ['appid', String(appId)],
    ['ticket', toHex(ticket)],
    ...(identity === undefined ? [] : [['identity', identity] as const]),
  ];
  return `${address}?${parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
