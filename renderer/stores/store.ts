import { create } from 'zustand';
import { emptyStore, type StoreState } from '../../app/store/store.ts';

const store = create<StoreState>()(() => emptyStore);

export function useStoreState(): StoreState {
  return store();
}

export function takeStoreState(state: StoreState): void {
  store.setState(state, true);
}
