import { create } from 'zustand';
import { noDuration, type DurationState } from '../../app/duration/duration.ts';

const store = create<DurationState>()(() => noDuration);

export function useDuration(): DurationState {
  return store();
}

export function takeDuration(state: DurationState): void {
  store.setState(state, true);
}
