import { create } from 'zustand';
import type { WebApiState } from '../../app/web-api/web-api.ts';

const store = create<WebApiState>()(() => ({ key: 'none', canStoreKey: false, checks: [] }));

export function useWebApi(): WebApiState {
  return store();
}

export function takeWebApi(state: WebApiState): void {
  store.setState(state, true);
}
