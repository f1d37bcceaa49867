import { create } from 'zustand';
import { openOverlay } from './overlay.ts';
import { readTicketBook } from './tickets.ts';

/** What would be taken back. */
export interface Losses {
  readonly liveTickets: number;
  readonly openSessions: number;
}

/** Something that ends every live ticket and open session, and how it is gone on with. */
export interface Leaving extends Losses {
  readonly what: 'close' | 'disconnect' | 'connect';
  /** Without it main closes the window. */
  readonly goOn?: () => void;
}

const store = create<Leaving>()(() => ({ what: 'close', liveTickets: 0, openSessions: 0 }));

export function useLeaving(): Leaving {
  return store();
}

/** The user wants to close the window: they are asked over whatever is open. */
export function takeLeaving(losses: Losses): void {
  ask({ ...losses, what: 'close' });
}

/** Asks where something would be lost, and goes on at once where nothing would. */
export function askBeforeLosing(what: 'disconnect' | 'connect', goOn: () => void): void {
  const losses = readLosses();
  if (losses.liveTickets + losses.openSessions === 0) goOn();
  else ask({ ...losses, what, goOn });
}

function ask(leaving: Leaving): void {
  store.setState(leaving, true);
  openOverlay('leave');
}

function readLosses(): Losses {
  const { tickets, sessions } = readTicketBook();
  return {
    liveTickets: tickets.filter(({ state }) => state !== 'cancelled' && state !== 'lost').length,
    openSessions: sessions.filter(({ state }) => !['notBegun', 'ended', 'lost'].includes(state)).length,
  };
}
