import { create } from 'zustand';
import type { AccountSnapshot } from '../../app/account/account.ts';
import type { Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';

const initial: AccountSnapshot = {
  lamps: {},
  steamLevel: undefined,
  badges: [],
  details: {},
  userDataFolder: undefined,
  history: [],
  readAt: undefined,
};

const store = create<AccountSnapshot>()(() => initial);

export function useAccount(): AccountSnapshot {
  return store();
}

/** Whether the Steam client is connected to the Steam servers; undefined where that is not known. */
export function useIsLoggedOn(): boolean | undefined {
  return store((account) => account.lamps.loggedOn);
}

export function takeAccount(account: AccountSnapshot): void {
  store.setState(account, true);
}

/** Asks Steam for everything about the account again. */
export function refreshAccount(): Promise<Outcome<AccountSnapshot>> {
  return bench().account.refresh();
}
