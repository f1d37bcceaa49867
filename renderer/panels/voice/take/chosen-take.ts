import { create } from 'zustand';
import type { TimeView } from '../../../voice/time-view.ts';
import type { TakeLook } from './take-drawing.ts';

/** How a take is looked at: what begins anew with another one. */
export interface TakeLooks {
  /** The take that it is compared with. */
  readonly otherId: string | undefined;
  readonly look: TakeLook;
  /** What of the time axis is seen; undefined for the whole of it. */
  readonly view: TimeView | undefined;
  /** As it was drawn: it may end before it begins. */
  readonly region: TimeView | undefined;
  /** Where it is played from, in seconds. */
  readonly mark: number;
  readonly heardRow: 'upper' | 'lower';
  readonly isEditingLimits: boolean;
}

interface ChosenTake extends TakeLooks {
  readonly takeId: string | undefined;
}

const untouched: TakeLooks = {
  otherId: undefined,
  look: 'waveform',
  view: undefined,
  region: undefined,
  mark: 0,
  heardRow: 'upper',
  isEditingLimits: false,
};

const store = create<ChosenTake>()(() => ({ takeId: undefined, ...untouched }));

/** The take that is looked at closely: it is there again when the user comes back to the panel. */
export function useChosenTake(): string | undefined {
  return store(({ takeId }) => takeId);
}

export function useTakeLooks(): TakeLooks {
  return store();
}

/** Undefined looks at none. */
export function chooseTake(takeId: string | undefined): void {
  store.setState({ takeId, ...untouched });
}

export function changeLooks(changed: Partial<TakeLooks>): void {
  store.setState(changed);
}

/** Begins with the whole of both takes; undefined compares with none. */
export function compareWith(otherId: string | undefined): void {
  store.setState({ otherId, view: undefined, heardRow: 'upper' });
}
