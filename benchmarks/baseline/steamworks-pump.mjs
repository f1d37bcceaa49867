// What a game does that takes steamworks.js as it comes: its `init` reads callbacks by a timer, 30 times a second.
// Prints when each SteamServersConnected arrives, in milliseconds of the wall clock.
import { createRequire } from 'node:module';
import { openBaselineWindow } from './window.mjs';

const steamworks = createRequire(import.meta.url)('steamworks.js');
process.env['SteamAppId'] = '480';
const client = steamworks.init(480);
client.callback.register(steamworks.SteamCallback.SteamServersConnected, () => {
  const at = performance.timeOrigin + performance.now();
  process.stdout.write(`${at}\n`);
});
void openBaselineWindow();
