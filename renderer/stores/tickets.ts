import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { RemoteIdentity } from '../../app/steam/value-kinds.ts';
import type { TicketBook, TicketCard } from '../../app/tickets/book.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

const store = create<TicketBook>()(() => ({ tickets: [], sessions: [] }));

/** Every ticket the bench holds or held, newest first. */
export function useTicketBook(): TicketBook {
  return store();
}

export function takeTicketBook(book: TicketBook): void {
  store.setState(book, true);
}

/** Asks for a session ticket; nothing as `remote` is a ticket for anyone. */
export function issueSessionTicket(remote: RemoteIdentity | undefined): Promise<Outcome<TicketCard>> {
  return bench().tickets.issueSession({ remote });
}

export function cancelTicket(number: number): Promise<Outcome<TicketCard>> {
  return bench().tickets.cancel({ number });
}

/** The bytes of a ticket in hex. Keep them no longer than they are shown. */
export function revealTicket(number: number): Promise<Outcome<{ readonly hex: string }>> {
  return bench().tickets.reveal({ number });
}

/** Main puts the bytes on the clipboard; the page does not see them. */
export async function copyTicket(number: number, encoding: 'hex' | 'base64'): Promise<Outcome<null>> {
  const outcome = await bench().tickets.copy({ number, encoding });
  if (outcome.ok) notify('good', `Ticket ${number} copied as ${encoding}`);
  else notify('fault', 'The ticket was not copied', outcome.error.message);
  return outcome;
}
