import type { ClientDetails } from '../../app/steam/steam-client.ts';
import type { SteamAddon } from './addon.ts';
import type { FlatLibrary } from './flat-library.ts';
import type { Pointer } from './flat-types.ts';
import type { SteamInterfaces } from './interfaces.ts';

/**
 * What steamworks.js offers, asked of its addon.
 *
 * The addon reads texts without looking whether there are any, and gives up on those that are not UTF-8: a null pointer
 * would end the process. So Valve's library is asked for the pointer first. An interface that the client does not have
 * is not touched for the same reason.
 */
export function readClientDetails(
  flat: FlatLibrary,
  addon: SteamAddon,
  interfaces: SteamInterfaces,
): ClientDetails {
  const { utils, friends, apps } = interfaces;
  const { localplayer } = addon;
  return {
    country: readText(flat, flat.getCountry(utils), () => localplayer.getIpCountry()),
    isSteamDeck: attempt(() => addon.utils.isSteamRunningOnSteamDeck()),
    personaName:
      friends === null
        ? undefined
        : readText(flat, flat.getPersonaName(friends), () => localplayer.getName()),
    ...(apps !== null && {
      appOwner: attempt(() => addon.apps.appOwner().steamId64.toString()),
      buildId: attempt(() => addon.apps.appBuildId()),
      language: readText(flat, flat.getGameLanguage(apps), () => addon.apps.currentGameLanguage()),
    }),
  };
}

function readText(flat: FlatLibrary, pointer: Pointer | null, ask: () => string): string | undefined {
  if (pointer === null) return undefined;
  const text = flat.readText(pointer);
  const isUtf8 = !text.includes('\ufffd');
  const value = isUtf8 ? attempt(ask) : text;
  return value === '' ? undefined : value;
}

/** One detail that the addon cannot give does not cost the others. */
function attempt<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
