import { userCallbacks, type UserCallbackName } from '../steam/user-callbacks.ts';
import { userFunctions, type UserFunctionName } from '../steam/user-functions.ts';

const pages = 'https://partner.steamgames.com/doc/api';

/** Where Steam’s documentation tells of a function; it has the old functions under their old names. */
export function functionPage(name: UserFunctionName): string {
  return `${pages}/ISteamUser#${userFunctions[name].sdkName.replace(/_DEPRECATED$/, '')}`;
}

/** Where Steam’s documentation tells of a callback; 700 and above belong to ISteamUtils. */
export function callbackPage(name: UserCallbackName): string {
  const { id, sdkName } = userCallbacks[name];
  return `${pages}/${id >= 700 ? 'ISteamUtils' : 'ISteamUser'}#${sdkName}_t`;
}
