import type { Clock } from '../clock.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { notConnected, type SteamClient } from '../steam/steam-client.ts';
import type { Packing } from '../steam/user-callbacks.ts';
import { copyAccount, type AccountChange } from './accounts.ts';
import { defaultAccounts } from './default-accounts.ts';
import { connectionEvent, happen } from './events.ts';
import type { SimulationChange, SimulationEvent, SimulationSnapshot } from './knobs.ts';
import { createNetwork } from './network.ts';
import { createSimulatedClient } from './simulated-client.ts';

export interface SimulationParts {
  readonly seed: number;
  /** Drives the simulation's own clock; read only inside calls to the simulation and its clients. */
  readonly clock: Clock;
  /** How callbacks are laid out: as on the platform that the bench runs on. */
  readonly packing: Packing;
  /** Told of every change to what `snapshot` gives, however it came about. */
  readonly onChanged?: ((snapshot: SimulationSnapshot) => void) | undefined;
}

/**
 * A Steam of the bench's own: one network, several accounts, any number of clients.
 *
 * Deterministic: the same seed, the same calls and the same readings of the clock give the same bytes, handles and
 * latencies. It has no timer; time passes when a client is called or drained.
 */
export interface Simulation {
  /** Opens a client for the account that is logged in. App 0 is no app: Steam refuses to initialise. */
  open(appId: number): Outcome<SteamClient>;
  /** Opens a client for any account, beside those that are open. */
  openAs(steamId: string, appId: number): Outcome<SteamClient>;
  snapshot(): SimulationSnapshot;
  /**
   * Changes the account that is logged in, who that is from the next `open` on, or the seed.
   *
   * A seed, also the same one, starts a new network with its default accounts; clients of the old one lose their pipe.
   * Of the three the seed goes first, then the account chosen, then its values. An unknown account changes nothing.
   */
  set(change: SimulationChange): Outcome<SimulationSnapshot>;
  /** Lets something happen to the account that is logged in; its open clients hear of it through `drain`. */
  raise(event: SimulationEvent): Outcome<null>;
}

export function createSimulation({ seed, clock, packing, onChanged }: SimulationParts): Simulation {
  const firstSteamId = defaultAccounts[0]?.steamId ?? '0';
  let network = createNetwork({ seed, clock });
  let steamId = firstSteamId;

  const snapshot = (): SimulationSnapshot => ({
    seed: network.seed,
    steamId,
    accounts: network.accounts.all().map(copyAccount),
  });

  const openAs = (id: string, appId: number): Outcome<SteamClient> => {
    if (appId === 0) return fail('init-failed', 'App id 0 is no app: Steam does not initialise for it.');
    const account = network.accounts.find(id);
    if (account === undefined) return fail('init-failed', `No simulated account has the Steam id ${id}.`);
    return succeed(createSimulatedClient({ network, account, appId, packing }));
  };

  const changeAccount = (change: AccountChange): void => {
    const before = network.accounts.find(steamId)?.loggedOn;
    network.accounts.change(steamId, change);
    const after = network.accounts.find(steamId)?.loggedOn;
    if (after !== undefined && after !== before) happen(network, steamId, connectionEvent(after));
  };

  return {
    open: (appId) => openAs(steamId, appId),
    openAs,
    snapshot,
    set(change) {
      if (change.steamId !== undefined && network.accounts.find(change.steamId) === undefined) {
        return fail('bad-payload', `No simulated account has the Steam id ${change.steamId}.`);
      }
      network.clock.advance();
      if (change.seed !== undefined) {
        network.end();
        network = createNetwork({ seed: change.seed, clock });
        steamId = firstSteamId;
      }
      if (change.steamId !== undefined) steamId = change.steamId;
      if (change.account !== undefined) changeAccount(change.account);
      onChanged?.(snapshot());
      return succeed(snapshot());
    },
    raise(event) {
      const clients = network.clientsOf(steamId);
      if (clients.length === 0) return notConnected;
      if (!clients.some((client) => client.hasPipe())) {
        return fail(
          'pipe-failed',
          'The pipe to the simulated Steam is broken: nobody hears of it.',
          'Connect again.',
        );
      }
      network.clock.advance();
      const before = network.accounts.all();
      happen(network, steamId, event);
      if (network.accounts.all() !== before) onChanged?.(snapshot());
      return succeed(null);
    },
  };
}
