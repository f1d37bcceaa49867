import type { FunctionTable, Seat } from './seat.ts';
import { writeTicket } from './ticket-bytes.ts';

/** EResult as callback 163 carries it. */
const OK = 1;
const NO_CONNECTION = 3;

/**
 * Session tickets: issued at once, confirmed later by callback 163.
 *
 * - The ticket comes from what the Steam client holds itself, so there is one offline too; the callback then says
 *   NoConnection. What counts is whether the account is logged on when the answer is due, not when it was asked for.
 * - A ticket that was cancelled before its callback still gets it: the question to Steam's servers was under way.
 * - Handles start at 1, rise, and never come again at the same client. Cancelling one that was never given does nothing.
 */
export function createSessionTickets({ network, client, appId, openedAt, account }: Seat) {
  let lastHandle = 0;

  return {
    getAuthSessionTicket: ({ remote }) => {
      const handle = (lastHandle += 1);
      const issuedAt = network.clock.now();
      const { steamId } = account();
      const token = network.tickets.nextToken(network.random('ticket token').uint32());
      const { external, internal } = network.accounts.addresses(steamId);
      network.tickets.add({ token, steamId, appId, clientNumber: client.number, handle, remote, issuedAt });
      network.answerLater(() =>
        client.post('getAuthSessionTicketResponse', {
          authTicket: handle,
          result: account().loggedOn ? OK : NO_CONNECTION,
        }),
      );
      const buffer = writeTicket({
        token,
        steamId,
        appId,
        issuedAt,
        externalAddress: external,
        internalAddress: internal,
        connectedForMs: issuedAt - openedAt,
        count: handle,
      });
      return { id: handle, buffer, size: buffer.length };
    },
    cancelAuthTicket: ({ authTicket }) => {
      network.tickets.cancel(client.number, authTicket);
      return null;
    },
  } satisfies FunctionTable;
}
