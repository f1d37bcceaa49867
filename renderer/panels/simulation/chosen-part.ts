import { create } from 'zustand';

/** A part of the panel: what is shown below the clock. */
export type PartName = 'events' | 'account' | 'voice' | 'answers' | 'faults' | 'world';

const store = create<{ readonly part: PartName }>()(() => ({ part: 'events' }));

/** The part that was looked at last: it is there again when the user comes back to the panel. */
export function useChosenPart(): PartName {
  return store().part;
}

export function showPart(part: PartName): void {
  store.setState({ part });
}
