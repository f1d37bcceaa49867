import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import { loadAddon, locateNativeFiles, type SteamAddon } from './addon.ts';
import { nameAppInEnvironment } from './app-environment.ts';
import { openFlatLibrary, type FlatLibrary } from './flat-library.ts';
import { initFailure, initResults } from './init-failure.ts';
import { takeInterfaces } from './interfaces.ts';
import { checkLayout, packingOf } from './layout.ts';
import { createNativeSteam } from './native-steam.ts';
import { clientModulePlace } from './places.ts';

/** Bytes that Valve's library has for its message. */
const MESSAGE_ROOM = 1024;

/** Valve's library and the addon over it, loaded and checked. */
interface LoadedSteam {
  readonly flat: FlatLibrary;
  readonly addon: SteamAddon;
}

/**
 * What native code has in this process, whoever asks: a library stays loaded, holds one connection, and the addon has
 * one client object for good.
 */
const nativeState: { loaded: LoadedSteam | undefined; isConnected: boolean; hasAddonClient: boolean } = {
  loaded: undefined,
  isConnected: false,
  hasAddonClient: false,
};

/**
 * Opens a client over Valve's library: the `OpenSteam` of kind `steam`.
 *
 * Nothing native is loaded before the first call. Errors, with Valve's own words where there are any:
 * `platform-unsupported`, `library-missing`, `library-unloadable`, `layout-mismatch`, `client-missing`,
 * `client-not-running`, `client-too-old`, `init-failed`, `pipe-failed`, `busy` while another such client is open.
 */
export async function openSteam(appId: number): Promise<Outcome<SteamClient>> {
  const loaded = await loadSteam();
  if (!loaded.ok) return loaded;
  nativeState.loaded = loaded.value;
  return connect(appId, loaded.value);
}

/** Loads what is needed, once a process; a failure is tried again the next time. */
async function loadSteam(): Promise<Outcome<LoadedSteam>> {
  if (nativeState.loaded !== undefined) return succeed(nativeState.loaded);
  const files = locateNativeFiles();
  if (!files.ok) return files;
  const flat = await openFlatLibrary(files.value.library);
  if (!flat.ok) return flat;
  const layout = checkLayout(flat.value.measureStruct, packingOf(process.platform));
  if (!layout.ok) return layout;
  const addon = loadAddon(files.value.addon);
  if (!addon.ok) return addon;
  return succeed({ flat: flat.value, addon: addon.value });
}

/**
 * Connects, in an order that was found by trying it over a stand-in for the Steam client.
 *
 * 1. `SteamAPI_InitFlat`, called here rather than by the addon: it tells a code beside Valve's message, and the
 *    interfaces can be looked at before the addon's `init`, which calls ISteamUserStats without looking and is killed
 *    by a client that does not have it.
 * 2. The addon's `init`, which finds the library initialised, keeps that connection, and makes the client object without
 *    which any other call of the addon aborts the process. Only once a process: a second `init` first drops the old
 *    object, and that shuts the library down under the connection just made. The object holds no pointer of its own
 *    (the addon asks the library for the interface at every call), so it serves every later connection, too.
 * 3. Manual dispatch, so that callbacks wait for the pump.
 *
 * Ending is `SteamAPI_Shutdown` alone: it gives the user and the pipe back, and afterwards the library answers null for
 * every interface until it is initialised again.
 */
function connect(appId: number, { flat, addon }: LoadedSteam): Outcome<SteamClient> {
  if (nativeState.isConnected) {
    return fail('busy', 'This process has a connection to Steam already.', 'Disconnect first.');
  }
  const restoreEnvironment = nameAppInEnvironment(appId);
  const message = new Uint8Array(MESSAGE_ROOM);
  const result = flat.initialise(message);
  if (result !== initResults.ok) {
    restoreEnvironment();
    return initFailure({ result, message: textIn(message), isClientInstalled: isClientInstalled() });
  }
  nativeState.isConnected = true;
  const shutDown = (): void => {
    flat.shutdown();
    nativeState.isConnected = false;
    restoreEnvironment();
  };

  const interfaces = takeInterfaces(flat);
  if (!interfaces.ok) {
    shutDown();
    return interfaces;
  }
  const prepared = prepareAddon(addon, appId);
  if (!prepared.ok) {
    shutDown();
    return prepared;
  }
  flat.startManualDispatch();
  const packing = packingOf(process.platform);
  return succeed(createNativeSteam({ appId, packing, flat, addon, interfaces: interfaces.value, shutDown }));
}

function prepareAddon(addon: SteamAddon, appId: number): Outcome<undefined> {
  if (nativeState.hasAddonClient) return succeed(undefined);
  try {
    addon.init(appId);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return initFailure({ result: initResults.failed, message, isClientInstalled: isClientInstalled() });
  }
  nativeState.hasAddonClient = true;
  return succeed(undefined);
}

function isClientInstalled(): boolean | undefined {
  const place = clientModulePlace(process.platform, homedir(), process.env['ProgramFiles(x86)']);
  if (place === undefined) return undefined;
  return existsSync(place.path) || (place.isOnlyPlace ? false : undefined);
}

function textIn(room: Uint8Array): string {
  const end = room.indexOf(0);
  return new TextDecoder().decode(end === -1 ? room : room.subarray(0, end));
}
