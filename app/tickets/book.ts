import type { RemoteIdentity } from '../steam/value-kinds.ts';

/**
 * Life of a session ticket.
 *
 * `waiting`: issued, Steam has not confirmed it. `confirmed`: callback 163 said OK. `refused`: it said something else.
 * `unanswered`: it did not come in time. `cancelled`: taken back. `lost`: its client is gone.
 */
export type TicketState = 'waiting' | 'confirmed' | 'refused' | 'unanswered' | 'cancelled' | 'lost';

/** A ticket as the window sees it: everything but its bytes, which are asked for one at a time. */
export interface TicketCard {
  /** Number in the book: handles may come again with another client. */
  readonly number: number;
  /** HAuthTicket. */
  readonly handle: number;
  readonly sizeBytes: number;
  readonly remote: RemoteIdentity | undefined;
  readonly state: TicketState;
  readonly issuedAt: number;
  /** When the wait for the callback ends. */
  readonly deadline: number;
  readonly answeredAt?: number;
  /** EResult of callback 163. */
  readonly result?: number;
  readonly isSimulated: boolean;
}

export interface TicketBook {
  /** Newest first. */
  readonly tickets: readonly TicketCard[];
}
