import { issueTicket } from './issue-ticket.ts';
import { results } from './result-codes.ts';
import type { FunctionTable, Seat } from './seat.ts';

/**
 * Tickets for the web API: a handle at once, the bytes with callback 168.
 *
 * They come from Steam's servers, so there are none without a connection when the answer is due; neither are there bytes
 * with any other result than OK. The service's name is not in the bytes. Nobody can begin a session with one.
 */
export function createWebApiTickets(seat: Seat) {
  const { network, client, account } = seat;

  return {
    getAuthTicketForWebApi: ({ serviceIdentity }) => {
      const remote = serviceIdentity === undefined ? undefined : { name: serviceIdentity };
      const { handle, bytes } = issueTicket(seat, 'webApi', remote);
      const plan = network.answers.next(client.steamId, 'getAuthTicketForWebApi');
      if (plan.delayMs !== undefined)
        network.clock.after(plan.delayMs, () => {
          const result = plan.result ?? (account().loggedOn ? results.ok : results.noConnection);
          const ticketBuffer = result === results.ok ? bytes : new Uint8Array(0);
          client.post('getTicketForWebApi', {
            authTicket: handle,
            result,
            ticketSize: ticketBuffer.length,
            ticketBuffer,
          });
        });
      return handle;
    },
  } satisfies FunctionTable;
}
