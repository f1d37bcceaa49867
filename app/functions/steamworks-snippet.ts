import type { UserCallbackName } from '../steam/user-callbacks.ts';
import type { UserFunctionName } from '../steam/user-functions.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { Arguments } from './cpp-snippet.ts';

/** What stands where the package has nothing of the kind. */
export const notOffered = 'steamworks.js 0.4 does not offer this.';

const client = `const client = require('steamworks.js').init(480);`;

/** A text as a literal; nothing is an empty one. */
const quoted = (text: unknown): string => JSON.stringify(typeof text === 'string' ? text : '');

/** A call with the package steamworks.js 0.4; undefined where it has no such function. */
export function steamworksSnippet(name: UserFunctionName, args: Arguments): string | undefined {
  const call = steamworksCall(name, args);
  return call === undefined ? undefined : `${client}\n${call}`;
}

function steamworksCall(name: UserFunctionName, args: Arguments): string | undefined {
  switch (name) {
    case 'getSteamID':
      return 'const { steamId64 } = client.localplayer.getSteamId();';
    case 'getPlayerSteamLevel':
      return 'const level = client.localplayer.getLevel();';
    case 'getAuthSessionTicket':
      return sessionTicket(args['remote'] as RemoteIdentity | undefined);
    case 'getAuthTicketForWebApi':
      return `const ticket = await client.auth.getAuthTicketForWebApi(${quoted(args['serviceIdentity'])});`;
    case 'cancelAuthTicket':
      return '// Of a ticket that client.auth gave:\nticket.cancel();';
    default:
      return undefined;
  }
}

function sessionTicket(remote: RemoteIdentity | undefined): string | undefined {
  if (remote === undefined || 'name' in remote) return undefined;
  if ('steamId' in remote)
    return `const ticket = await client.auth.getSessionTicketWithSteamId(${remote.steamId}n);`;
  return `const ticket = await client.auth.getSessionTicketWithIp(${quoted(`${remote.ip}:${remote.port}`)});`;
}

const offeredCallbacks: Partial<Record<UserCallbackName, string>> = {
  steamServerConnected: 'SteamServersConnected',
  steamServerConnectFailed: 'SteamServerConnectFailure',
  steamServerDisconnected: 'SteamServersDisconnected',
  microtransactionAuthResponse: 'MicroTxnAuthorizationResponse',
};

/** Hearing of a callback with steamworks.js 0.4; undefined where it does not pass it on. */
export function steamworksCallback(name: UserCallbackName): string | undefined {
  const member = offeredCallbacks[name];
  if (member === undefined) return undefined;
  return [
    client,
    `const { SteamCallback } = require('steamworks.js');`,
    `client.callback.register(SteamCallback.${member}, (value) => console.log(value));`,
  ].join('\n');
}
