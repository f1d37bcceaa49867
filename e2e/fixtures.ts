import { test as base, expect } from '@playwright/test';
import { startSoundServer, type SoundServer } from './audio/sound-server.ts';
import { launchBench, type LaunchOptions, type RunningBench } from './launch.ts';
import {
  createSteamHome,
  SteamClientDouble,
  type SteamHome,
} from './steam-client-double/steam-client-double.ts';

export { expect };

interface Fixtures {
  /** Starts a bench that ends with the test; its trace is kept where the test fails. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningBench>;
  /** A home with the stand-in for the Steam client; the bench connects to it natively. */
  readonly steamHome: SteamHome;
  /** A bench that is connected natively, and the hand on the client that it is connected to. */
  readonly native: { readonly bench: RunningBench; readonly steam: SteamClientDouble };
  /** A loudspeaker that is recorded: what an app plays with its environment is heard there. */
  readonly soundServer: SoundServer;
}

export const test = base.extend<Fixtures>({
  launch: async ({}, use, testInfo) => {
    const running: RunningBench[] = [];
    await use(async (options) => {
      const bench = await launchBench(options);
      running.push(bench);
      await bench.app.context().tracing.start({ screenshots: true, snapshots: true });
      return bench;
    });
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    for (const [index, bench] of running.entries()) {
      const path = hasFailed ? testInfo.outputPath(`trace-${index}.zip`) : undefined;
      // A bench that the test ended, or that died, has no trace left.
      await bench.app
        .context()
        .tracing.stop(path === undefined ? {} : { path })
        .catch(() => undefined);
      await bench.close();
    }
  },
  steamHome: async ({}, use) => {
    const home = createSteamHome();
    await use(home);
    home.remove();
  },
  native: async ({ launch, steamHome }, use) => {
    const bench = await launch({ flags: ['--client=steam', '--app-id=480'], home: steamHome.path });
    const steam = await SteamClientDouble.connect(steamHome);
    await expect
      .poll(() => bench.page.evaluate(() => window.bench.session.get()))
      .toMatchObject({
        ok: true,
        value: { state: 'connected', client: 'steam' },
      });
    await use({ bench, steam });
    steam.close();
  },
  soundServer: async ({}, use) => {
    const server = await startSoundServer();
    await use(server);
    await server.close();
  },
});
