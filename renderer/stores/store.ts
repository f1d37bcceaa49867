import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import { emptyStore, type StoreState } from '../../app/store/store.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

const store = create<StoreState>()(() => emptyStore);

export function useStoreState(): StoreState {
  return store();
}

export function takeStoreState(state: StoreState): void {
  store.setState(state, true);
}

/** Asks for an address that logs a browser in and goes on to a page. */
export function requestStoreUrl(redirect: string): Promise<Outcome<StoreState>> {
  return bench().store.requestUrl({ redirect });
}

/** The address: a credential. Keep it no longer than it is shown. */
export function revealStoreUrl(number: number): Promise<Outcome<{ readonly url: string }>> {
  return bench().store.revealUrl({ number });
}

/** Main puts the address on the clipboard; the page does not see it. */
export async function copyStoreUrl(number: number): Promise<Outcome<null>> {
  const outcome = await bench().store.copyUrl({ number });
  if (outcome.ok) notify('good', `Address ${number} copied`);
  else notify('fault', 'The address was not copied', outcome.error.message);
  return outcome;
}

/** Opens the address in the system’s browser, which is then logged in. */
export function openStoreUrl(number: number): Promise<Outcome<null>> {
  return bench().store.openUrl({ number });
}

export function revealWebCallback(number: number): Promise<Outcome<{ readonly url: string }>> {
  return bench().store.revealWebCallback({ number });
}

export function askMarket(): Promise<Outcome<StoreState>> {
  return bench().store.askMarket();
}
