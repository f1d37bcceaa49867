import { create } from 'zustand';
import { noDuration, type DurationState } from '../../app/duration/duration.ts';
import type { Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';

const store = create<DurationState>()(() => noDuration);

export function useDuration(): DurationState {
  return store();
}

export function takeDuration(state: DurationState): void {
  store.setState(state, true);
}

/** Asks Steam for play time and progress; the answer comes as a reading. */
export function askDuration(): Promise<Outcome<DurationState>> {
  return bench().duration.ask();
}

/** Tells Steam whether play is online: a value of EDurationControlOnlineState. */
export function tellOnlineState(state: number): Promise<Outcome<DurationState>> {
  return bench().duration.setOnlineState({ state });
}
