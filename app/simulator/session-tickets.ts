import { reviewSessions } from './auth-sessions.ts';
import { issueTicket } from './issue-ticket.ts';
import { results } from './result-codes.ts';
import type { FunctionTable, Seat } from './seat.ts';

/**
 * Session tickets: issued at once, confirmed later by callback 163.
 *
 * - The ticket comes from what the Steam client holds itself, so there is one offline too; the callback then says
 *   NoConnection. What counts is whether the account is logged on when the answer is due, not when it was asked for.
 * - A ticket that was cancelled before its callback still gets it: the question to Steam's servers was under way.
 * - Handles start at 1, rise, and never come again at the same client, whatever kind of ticket they are of. Cancelling
 *   one that was never given does nothing.
 */
export function createSessionTickets(seat: Seat) {
  const { network, client, account } = seat;

  return {
    getAuthSessionTicket: ({ remote }) => {
      const { handle, bytes } = issueTicket(seat, 'session', remote);
      const plan = network.answers.next(client.steamId, 'getAuthSessionTicket');
      if (plan.delayMs !== undefined)
        network.clock.after(plan.delayMs, () =>
          client.post('getAuthSessionTicketResponse', {
            authTicket: handle,
            result: plan.result ?? (account().loggedOn ? results.ok : results.noConnection),
          }),
        );
      return { id: handle, buffer: bytes, size: bytes.length };
    },
    cancelAuthTicket: ({ authTicket }) => {
      network.tickets.cancel(client.number, authTicket);
      reviewSessions(network);
      return null;
    },
  } satisfies FunctionTable;
}
