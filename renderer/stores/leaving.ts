import { create } from 'zustand';
import { openOverlay } from './overlay.ts';

/** What would be taken back if the window were closed. */
export interface Leaving {
  readonly liveTickets: number;
  readonly openSessions: number;
}

const store = create<Leaving>()(() => ({ liveTickets: 0, openSessions: 0 }));

export function useLeaving(): Leaving {
  return store();
}

/** The user wants to close the window: they are asked over whatever is open. */
export function takeLeaving(leaving: Leaving): void {
  store.setState(leaving, true);
  openOverlay('leave');
}
