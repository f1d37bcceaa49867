import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { FlatLibrary } from './flat-library.ts';
import type { Pointer } from './flat-types.ts';

/** The interfaces of a connection. Pointers are valid until the library is shut down. */
export interface SteamInterfaces {
  readonly pipe: number;
  readonly user: Pointer;
  readonly utils: Pointer;
  /** Of use beside ISteamUser only, so that a client without them is still a client. */
  readonly friends: Pointer | null;
  readonly apps: Pointer | null;
}

/**
 * Takes the interface pointers of a connection that the library has made.
 *
 * A flat call with a null interface is a segmentation fault, so nobody gets pointers to call with unless they are there.
 * ISteamUserStats is asked for only because the addon's `init` calls it without looking.
 * Errors: `client-too-old`, `pipe-failed`.
 */
export function takeInterfaces(flat: FlatLibrary): Outcome<SteamInterfaces> {
  const pipe = flat.getPipe();
  if (pipe === 0)
    return fail('pipe-failed', 'Valve’s library has no pipe to the Steam client.', 'Restart Steam.');
  const user = flat.getUserInterface();
  if (user === null) return refused('SteamUser023');
  const utils = flat.getUtilsInterface();
  if (utils === null) return refused('SteamUtils010');
  if (flat.getUserStatsInterface() === null) return refused('STEAMUSERSTATS_INTERFACE_VERSION012');
  return succeed({ pipe, user, utils, friends: flat.getFriendsInterface(), apps: flat.getAppsInterface() });
}

function refused(version: string): Outcome<never> {
  return fail(
    'client-too-old',
    `The Steam client does not know ${version}.`,
    'Let Steam update itself, then connect again.',
  );
}
