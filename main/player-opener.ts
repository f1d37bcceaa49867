import { fail, succeed, type Outcome } from '../app/outcome.ts';
import type { SharedSimulation } from '../app/simulator/shared-simulation.ts';
import type { SteamIdText } from '../app/steam/steam-id.ts';

export interface PlayerOpenerParts {
  readonly simulation: Pick<SharedSimulation, 'snapshot'>;
  /** The accounts that windows play beside the one that is logged in. */
  readonly players: () => readonly SteamIdText[];
  readonly open: (steamId: SteamIdText, appId: number) => void;
}

/** Opens a window for a simulated account that no window plays yet. */
export function createPlayerOpener({
  simulation,
  players,
  open,
}: PlayerOpenerParts): (
  steamId: SteamIdText | undefined,
  appId: number,
) => Promise<Outcome<{ readonly steamId: SteamIdText }>> {
  return (steamId, appId) => {
    const { accounts, steamId: loggedIn } = simulation.snapshot();
    const taken = new Set([loggedIn, ...players()]);
    const free = accounts.filter((account) => !taken.has(account.steamId));
    const chosen = steamId === undefined ? free[0] : free.find((account) => account.steamId === steamId);
    if (chosen === undefined) {
      return Promise.resolve(whyNot(steamId, taken));
    }
    open(chosen.steamId, appId);
    return Promise.resolve(succeed({ steamId: chosen.steamId }));
  };
}

function whyNot(steamId: SteamIdText | undefined, taken: ReadonlySet<SteamIdText>): Outcome<never> {
  if (steamId === undefined)
    return fail('no-account-left', undefined, 'Close one of the other windows first.');
  return taken.has(steamId)
    ? fail('no-account-left', 'A window plays that account already.')
    : fail('bad-payload', `No simulated account has the Steam id ${steamId}.`);
}
