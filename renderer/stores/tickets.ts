import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { RemoteIdentity } from '../../app/steam/value-kinds.ts';
import type { SavedFile } from '../../app/ipc/contract.ts';
import type { AuthSessionCard, LicenceCheck, TicketBook, TicketCard } from '../../app/tickets/book.ts';
import type { TicketSource } from '../../app/tickets/ticket-source.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

const store = create<TicketBook>()(() => ({ tickets: [], sessions: [] }));

/** Every ticket the bench holds or held and every session it began, newest first. */
export function useTicketBook(): TicketBook {
  return store();
}

export function readTicketBook(): TicketBook {
  return store.getState();
}

export function takeTicketBook(book: TicketBook): void {
  store.setState(book, true);
}

/** Asks for a session ticket; nothing as `remote` is a ticket for anyone. */
export function issueSessionTicket(remote: RemoteIdentity | undefined): Promise<Outcome<TicketCard>> {
  return bench().tickets.issueSession({ remote });
}

/** Asks for a web API ticket; its bytes come later. */
export function issueWebApiTicket(serviceIdentity: string | undefined): Promise<Outcome<TicketCard>> {
  return bench().tickets.issueWebApi({ serviceIdentity });
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

/** Main asks for a file and writes the bytes to it; the page does not see them. */
export async function saveTicket(
  number: number,
  encoding: 'bytes' | 'hex' | 'base64',
): Promise<Outcome<SavedFile | null>> {
  const outcome = await bench().tickets.save({ number, encoding });
  if (!outcome.ok) notify('fault', 'The ticket was not saved', outcome.error.message);
  else if (outcome.value !== null) notify('good', `Ticket ${number} saved`, outcome.value.path);
  return outcome;
}

/** Whose ticket it says that it is; undefined where it cannot be read. Nothing is asked of Steam. */
export async function readTicketOwner(ticket: TicketSource): Promise<string | undefined> {
  const outcome = await bench().tickets.decode(ticket);
  return outcome.ok ? (outcome.value.ownership ?? outcome.value.token)?.steamId : undefined;
}

/** Begins an auth session: checks the ticket of that player. */
export function beginSession(ticket: TicketSource, steamId: string): Promise<Outcome<AuthSessionCard>> {
  return bench().sessions.begin({ ticket, steamId });
}

export function endSession(number: number): Promise<Outcome<AuthSessionCard>> {
  return bench().sessions.end({ number });
}

export function checkLicence(number: number, appId: number): Promise<Outcome<LicenceCheck>> {
  return bench().sessions.checkLicence({ number, appId });
}
