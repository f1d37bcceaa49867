import { fail, type Outcome } from '../../app/outcome.ts';
import {
  notConnected,
  type ClientDetails,
  type SteamClient,
  type SteamMessage,
} from '../../app/steam/steam-client.ts';
import type { Packing } from '../../app/steam/user-callbacks.ts';
import type {
  UserFunctionArgs,
  UserFunctionName,
  UserFunctionResult,
} from '../../app/steam/user-functions.ts';
import { createMessageDrain } from './message-drain.ts';
import { createUserCalls } from './user-calls.ts';
import type { SteamAddon } from './addon.ts';
import { readClientDetails } from './client-details.ts';
import type { FlatLibrary } from './flat-library.ts';
import type { SteamInterfaces } from './interfaces.ts';

export interface NativeSteamParts {
  readonly appId: number;
  readonly packing: Packing;
  readonly flat: FlatLibrary;
  readonly addon: SteamAddon;
  /** Of a connection that is up: taken with `takeInterfaces`. */
  readonly interfaces: SteamInterfaces;
  /** Ends the connection. */
  readonly shutDown: () => void;
}

type AnyCall = (args: unknown) => unknown;

const nothing: readonly SteamMessage[] = [];

/**
 * The client over Valve's library.
 *
 * This is the one guard in front of native code: it exists only with interfaces that are there, and from `close` on it
 * calls nothing any more. A flat call after shutdown is a segmentation fault and a call of the addon aborts the
 * process; neither can be caught.
 */
export function createNativeSteam(parts: NativeSteamParts): SteamClient {
  const { appId, packing, flat, addon, interfaces, shutDown } = parts;
  // A map, because finding a member of an object by a name that varies costs V8 more than the native call leaves room for.
  const calls = new Map(Object.entries(createUserCalls(flat, interfaces)) as [UserFunctionName, AnyCall][]);
  const takeMessages = createMessageDrain(flat, interfaces, packing);
  let isOpen = true;

  return {
    kind: 'steam',
    appId,
    packing,
    call<Name extends UserFunctionName>(
      name: Name,
      args: UserFunctionArgs<Name>,
    ): Outcome<UserFunctionResult<Name>> {
      if (!isOpen) return notConnected;
      try {
        const call = calls.get(name);
        if (call === undefined) return fail('unknown-function', `ISteamUser has no function “${name}”.`);
        // Name, arguments and result are of one row.
        return { ok: true, value: call(args) as UserFunctionResult<Name> };
      } catch (error) {
        return fail('call-failed', `${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    drain: (limit) => (isOpen ? takeMessages(limit) : nothing),
    details: (): ClientDetails => (isOpen ? readClientDetails(flat, addon, interfaces) : {}),
    close() {
      if (!isOpen) return;
      isOpen = false;
      shutDown();
    },
  };
}
