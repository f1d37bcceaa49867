import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { TicketSource } from '../../app/tickets/ticket-source.ts';
import type { WebApiCheck, WebApiState } from '../../app/web-api/web-api.ts';
import type { Settings } from '../../app/settings/settings.ts';
import { bench } from '../bench.ts';

const store = create<WebApiState>()(() => ({ key: 'none', canStoreKey: false, checks: [] }));

export function useWebApi(): WebApiState {
  return store();
}

export function takeWebApi(state: WebApiState): void {
  store.setState(state, true);
}

/** Hands the key to main. Keep nothing of it here. */
export function setWebApiKey(key: string, isKept: boolean): Promise<Outcome<WebApiState>> {
  return bench().webApi.setKey({ key, isKept });
}

export function forgetWebApiKey(): Promise<Outcome<WebApiState>> {
  return bench().webApi.forgetKey();
}

/** Asks Steam's web API about a ticket. */
export function checkWithWebApi(
  ticket: TicketSource,
  appId: number,
  identity: string | undefined,
): Promise<Outcome<WebApiCheck>> {
  return bench().webApi.check({ ticket, appId, identity });
}

/** Main remembers it where it is one that a key may be sent to. */
export function setWebApiUrl(webApiUrl: string): Promise<Outcome<Settings>> {
  return bench().settings.set({ webApiUrl });
}
