import { setImmediate as nextTurn } from 'node:timers/promises';
import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { userCallbackNames, userCallbacks } from '../../app/steam/user-callbacks.ts';
import { openSteam } from '../../main/steam/open-steam.ts';
import { buildSteamClientDouble } from '../steam-client-double/build.mjs';
import {
  createSteamHome,
  SteamClientDouble,
  type SteamHome,
} from '../steam-client-double/steam-client-double.ts';
import { valueOf, type World } from './world.ts';

/** The native client over the stand-in for the Steam client, in this process. */
export interface NativeWorld extends World {
  readonly home: SteamHome;
  readonly double: SteamClientDouble;
}

/**
 * Makes a home folder with the stand-in in it and loads it.
 *
 * Valve's library reads HOME from the process's own environment when it connects, so this works in a process of its own
 * only, not in a worker thread.
 */
export async function createNativeWorld(): Promise<NativeWorld> {
  buildSteamClientDouble({ log: () => undefined });
  const homeBefore = process.env['HOME'];
  const home = createSteamHome();
  process.env['HOME'] = home.path;
  // The stand-in listens from the moment that it is loaded.
  valueOf(await openSteam(480)).close();
  const double = await SteamClientDouble.connect(home);

  return {
    packing: 4,
    home,
    double,
    open: openSteam,
    canPost: userCallbackNames,
    post: (name, fields) => double.postCallback(userCallbacks[name].id, encodeCallback(name, fields, 4)),
    breakPipe: () => double.die('pipe'),
    pass: () => nextTurn(undefined),
    async reset() {
      await double.reset();
    },
    end() {
      double.close();
      home.remove();
      process.env['HOME'] = homeBefore;
    },
  };
}
