// For the type of `window.bench`.
import type {} from '../e2e/launch.ts';
import {
  createSteamHome,
  SteamClientDouble,
  type SteamHome,
} from '../e2e/steam-client-double/steam-client-double.ts';
import type { Page } from './page.ts';
import { projectRoot, startApp, type AppOptions, type RunningApp, type Runtime } from './running-app.ts';

/** Starts the built bench, connected to the stand-in in that home. */
export function startBench(runtime: Runtime, home: SteamHome, options: Partial<AppOptions> = {}): RunningApp {
  return startApp(runtime, {
    entry: projectRoot,
    flags: ['--client=steam', '--app-id=480'],
    home: home.path,
    ...options,
  });
}

/** Starts the built bench with its simulator. */
export function startSimulatedBench(runtime: Runtime, options: Partial<AppOptions> = {}): RunningApp {
  return startApp(runtime, {
    entry: projectRoot,
    flags: ['--client=simulated', '--app-id=480'],
    ...options,
  });
}

/** Waits until a bench can be used: its navigation is drawn and it says that it is connected. */
export async function usableBench(app: RunningApp): Promise<Page> {
  const page = await app.page();
  await page.waitUntil(isBenchShown);
  return page;
}

/** In the page: whether navigation and the state of the session are there. */
export function isBenchShown(): boolean {
  const isConnected = [...document.querySelectorAll('[role="status"]')].some((mark) =>
    /^(STEAM *connected|SIMULATED)$/.test(mark.textContent.trim()),
  );
  return isConnected && document.querySelectorAll('nav button').length > 1;
}

/** Runs the work with a home for the stand-in that goes afterwards. */
export async function withSteamHome<Value>(work: (home: SteamHome) => Promise<Value>): Promise<Value> {
  const home = createSteamHome();
  try {
    return await work(home);
  } finally {
    home.remove();
  }
}

/** Runs the work with a hand on the stand-in that a process has loaded. */
export async function withSteam<Value>(
  home: SteamHome,
  work: (steam: SteamClientDouble) => Promise<Value>,
): Promise<Value> {
  const steam = await SteamClientDouble.connect(home);
  try {
    return await work(steam);
  } finally {
    steam.close();
  }
}
