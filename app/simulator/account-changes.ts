import type { AccountChange } from './account-knobs.ts';
import { reviewSessions } from './auth-sessions.ts';
import { connectionEvent, happen } from './events.ts';
import type { Network } from './network.ts';

/** Changes an account by its knobs, and lets everybody hear of it who would hear of it from Steam. */
export function changeAccount(network: Network, steamId: string, change: AccountChange): void {
  const before = network.accounts.find(steamId);
  network.accounts.change(steamId, change);
  const after = network.accounts.find(steamId);
  if (before === undefined || after === undefined) return;
  if (before.loggedOn !== after.loggedOn) happen(network, steamId, connectionEvent(after.loggedOn));
  if (before.licences.join() !== after.licences.join() || before.familyOwner !== after.familyOwner)
    happen(network, steamId, { kind: 'licensesUpdated' });
  network.playTimes.update(steamId);
  reviewSessions(network);
}
