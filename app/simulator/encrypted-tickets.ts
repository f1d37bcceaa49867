import { ask } from './call-results.ts';
import type { TicketCipher } from './cipher.ts';
import { drawBytes, writeEncryptedTicket } from './encrypted-ticket-bytes.ts';
import { ownershipOf } from './issue-ticket.ts';
import { results } from './result-codes.ts';
import type { FunctionTable, Seat } from './seat.ts';
import { writeOwnership } from './ticket-bytes.ts';

/** Steam gives one encrypted ticket in that time. */
export const ENCRYPTED_TICKET_INTERVAL_MS = 60_000;

const EMPTY = new Uint8Array(0);

/**
 * Encrypted app tickets, by call result 154.
 *
 * - One request may be pending at a client: another one meanwhile is told DuplicateRequest, and the first goes on. One
 *   whose answer was lost stays pending until the client closes.
 * - Steam's servers give one ticket in 60 s to an account and app, counted from the request that got it, also over a
 *   new connect: LimitExceeded. A request that failed does not count.
 * - The last ticket stays until the next one: with a request pending or refused it is the stale one.
 */
export function createEncryptedTickets(seat: Seat, cipher: TicketCipher) {
  const { network, client, appId, account } = seat;
  const grantKey = `${client.steamId}/${appId}`;
  let ticket: Uint8Array = EMPTY;
  let isPending = false;

  const resultFor = (askedAt: number, isDuplicate: boolean): number => {
    if (isDuplicate) return results.duplicateRequest;
    if (!account().loggedOn) return results.noConnection;
    const lastGrant = network.encryptedTicketGrants.get(grantKey);
    return lastGrant !== undefined && askedAt - lastGrant < ENCRYPTED_TICKET_INTERVAL_MS
      ? results.limitExceeded
      : results.ok;
  };

  const grant = (askedAt: number, userData: Uint8Array): void => {
    const random = network.random('encrypted ticket');
    network.encryptedTicketGrants.set(grantKey, askedAt);
    ticket = writeEncryptedTicket(
      {
        userData,
        ownership: writeOwnership(ownershipOf(seat)),
        iv: drawBytes(16, random),
        salt: drawBytes(8, random),
      },
      cipher,
    );
  };

  return {
    requestEncryptedAppTicket: ({ userData }) => {
      const askedAt = network.clock.now();
      const isDuplicate = isPending;
      isPending = true;
      const copy = userData.slice();
      return ask(seat, {
        name: 'requestEncryptedAppTicket',
        answeredBy: 'encryptedAppTicketResponse',
        answer(chosen) {
          const result = chosen ?? resultFor(askedAt, isDuplicate);
          if (result === results.ok) grant(askedAt, copy);
          return { fields: { result } };
        },
        isOver() {
          if (!isDuplicate) isPending = false;
        },
      });
    },
    getEncryptedAppTicket: () => ({ buffer: ticket.slice(), size: ticket.length }),
  } satisfies FunctionTable;
}
