import { create } from 'zustand';
import { noEncryptedTicket, type EncryptedTicketState } from '../../app/encrypted-ticket/encrypted-ticket.ts';

const store = create<EncryptedTicketState>()(() => noEncryptedTicket);

export function useEncryptedTicket(): EncryptedTicketState {
  return store();
}

export function takeEncryptedTicket(state: EncryptedTicketState): void {
  store.setState(state, true);
}
