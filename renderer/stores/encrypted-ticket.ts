import { create } from 'zustand';
import {
  noEncryptedTicket,
  REQUEST_INTERVAL_MS,
  type EncryptedTicketState,
} from '../../app/encrypted-ticket/encrypted-ticket.ts';
import type { SavedFile } from '../../app/ipc/contract.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { TicketSource } from '../../app/tickets/ticket-source.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

/** When the next request is granted: in real time, or in that of the simulator where that keeps it back. */
export interface NextGrant {
  readonly at: number;
  readonly isSimulated: boolean;
}

interface Known {
  readonly state: EncryptedTicketState;
  readonly nextGrant: NextGrant | undefined;
}

const store = create<Known>()(() => ({ state: noEncryptedTicket, nextGrant: undefined }));

export function useEncryptedTicket(): EncryptedTicketState {
  return store(({ state }) => state);
}

/** Undefined where no request is known to keep the next one back. */
export function useNextGrant(): NextGrant | undefined {
  return store(({ nextGrant }) => nextGrant);
}

export function takeEncryptedTicket(state: EncryptedTicketState): void {
  const { nextAllowedAt, requests } = state;
  const before = store.getState();
  if (before.state.nextAllowedAt === nextAllowedAt) return store.setState({ state });
  const isSimulated = requests.find(({ state: end }) => end === 'answered')?.isSimulated === true;
  store.setState({
    state,
    nextGrant: nextAllowedAt === undefined ? undefined : { at: nextAllowedAt, isSimulated: false },
  });
  if (nextAllowedAt !== undefined && isSimulated) void countInSimulatedTime(nextAllowedAt);
}

/** The simulator counts the minute by its own clock, which may be stepped, stopped or run faster. */
async function countInSimulatedTime(nextAllowedAt: number): Promise<void> {
  const outcome = await bench().simulation.get();
  const clock = outcome.ok ? outcome.value.world?.clock : undefined;
  if (clock === undefined || store.getState().state.nextAllowedAt !== nextAllowedAt) return;
  const leftMs = Math.min(REQUEST_INTERVAL_MS, Math.max(0, nextAllowedAt - Date.now()));
  store.setState({ nextGrant: { at: clock.now + leftMs, isSimulated: true } });
}

export function requestEncryptedTicket(
  userData: Uint8Array<ArrayBuffer>,
): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.request({ userData });
}

export function fetchEncryptedTicket(): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.fetch();
}

/** The bytes in hex. Keep them no longer than they are shown. */
export function revealEncryptedTicket(): Promise<Outcome<{ readonly hex: string }>> {
  return bench().encryptedTicket.reveal();
}

/** Main puts the bytes on the clipboard; the page does not see them. */
export async function copyEncryptedTicket(encoding: 'hex' | 'base64'): Promise<void> {
  const outcome = await bench().encryptedTicket.copy({ encoding });
  if (outcome.ok) notify('good', `Encrypted ticket copied as ${encoding}`);
  else notify('fault', 'The ticket was not copied', outcome.error.message);
}

export async function saveEncryptedTicket(): Promise<Outcome<SavedFile | null>> {
  const outcome = await bench().encryptedTicket.save({ encoding: 'bytes' });
  if (!outcome.ok) notify('fault', 'The ticket was not saved', outcome.error.message);
  else if (outcome.value !== null) notify('good', 'Encrypted ticket saved', outcome.value.path);
  return outcome;
}

/** Hands the key to main, which holds it in memory. Keep nothing of it here. */
export function setTicketKey(key: string): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.setKey({ key });
}

export function readTicketKeyFile(): Promise<Outcome<EncryptedTicketState | null>> {
  return bench().encryptedTicket.readKeyFile();
}

export function takeSimulatorKey(): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.useSimulatorKey();
}

export function forgetTicketKey(): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.forgetKey();
}

/** Without a ticket: the one that was fetched. */
export function decryptTicket(ticket?: TicketSource): Promise<Outcome<EncryptedTicketState>> {
  return bench().encryptedTicket.decrypt({ ticket });
}
