import { connectionEvent, happen } from './events.ts';
import type { Network } from './network.ts';

const MINUTE_MS = 60_000;

/**
 * Drops connections by chance, as the faults of the network have it, and brings them back after the outage.
 *
 * Gives back a function to be called when the faults were changed.
 */
export function createConnectionDropper(network: Network): () => void {
  let plan = 0;

  const drop = (steamId: string): void => {
    if (network.accounts.find(steamId)?.loggedOn !== true) return;
    happen(network, steamId, connectionEvent(false));
    network.clock.after(network.answers.faults().dropConnection.outageMs, () => {
      const isBack =
        network.accounts.find(steamId)?.loggedOn === true || network.accounts.isElsewhere(steamId);
      if (!isBack) happen(network, steamId, connectionEvent(true));
    });
  };

  const throwDice = (): void => {
    const { perMinute } = network.answers.faults().dropConnection;
    for (const { steamId } of network.accounts.all()) {
      const random = network.random(`connection of ${steamId}`);
      const isDropped = random.chance(perMinute);
      const momentMs = random.between(0, MINUTE_MS - 1);
      if (isDropped && network.clientsOf(steamId).length > 0)
        network.clock.after(momentMs, () => drop(steamId));
    }
  };

  return () => {
    const number = (plan += 1);
    const minute = (): void => {
      if (plan !== number || network.answers.faults().dropConnection.perMinute === 0) return;
      throwDice();
      network.clock.after(MINUTE_MS, minute);
    };
    minute();
  };
}
