import { fail } from '../../app/outcome.ts';
import type { TicketLibrary } from '../../app/tickets/reading/ticket-library.ts';

export const ticketLibrary: TicketLibrary = {
  read: () => undefined,
  decrypt: () => fail('decrypt-failed'),
};
