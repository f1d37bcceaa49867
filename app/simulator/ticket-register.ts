import type { SteamIdText } from '../steam/steam-id.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';

/** A session ticket as it was issued. */
export interface IssuedTicket {
  /** Number in the bytes of the ticket, one of a kind on the network. */
  readonly token: bigint;
  readonly steamId: SteamIdText;
  readonly appId: number;
  /** The client that asked for it. */
  readonly clientNumber: number;
  /** HAuthTicket at that client. */
  readonly handle: number;
  /** For whom it is meant; Steam compares it when the ticket is checked, it is not in the bytes. */
  readonly remote: RemoteIdentity | undefined;
  /** Simulated milliseconds since 1970. */
  readonly issuedAt: number;
}

/** What the simulated network knows of a ticket. */
export interface RegisteredTicket extends IssuedTicket {
  /** Why it is no longer good: taken back, or its client went away without taking it back. */
  readonly ended: 'cancelled' | 'clientGone' | undefined;
}

/** Every session ticket that was issued on the network, whoever issued it: accounts check each other's tickets here. */
export interface TicketRegister {
  /** A token that no other ticket has: the random half makes it look like one, the count makes it its own. */
  nextToken(random: number): bigint;
  add(ticket: IssuedTicket): void;
  find(token: bigint): RegisteredTicket | undefined;
  /** Ends a live ticket. A handle that the client was never given, or a ticket that has ended, is left as it is. */
  cancel(clientNumber: number, handle: number): void;
  /** Ends the live tickets of a client that is gone. */
  endAllOf(clientNumber: number): void;
}

export function createTicketRegister(): TicketRegister {
  const byToken = new Map<bigint, RegisteredTicket>();
  const liveByClient = new Map<number, Map<number, bigint>>();
  let tokenCount = 0n;

  const end = (token: bigint, ended: 'cancelled' | 'clientGone'): void => {
    const ticket = byToken.get(token);
    if (ticket === undefined) return;
    byToken.set(token, { ...ticket, ended });
    liveByClient.get(ticket.clientNumber)?.delete(ticket.handle);
  };

  return {
    nextToken(random) {
      tokenCount += 1n;
      return (BigInt(random) << 32n) | tokenCount;
    },
    add(ticket) {
      byToken.set(ticket.token, { ...ticket, ended: undefined });
      const live = liveByClient.get(ticket.clientNumber) ?? new Map<number, bigint>();
      liveByClient.set(ticket.clientNumber, live.set(ticket.handle, ticket.token));
    },
    find: (token) => byToken.get(token),
    cancel(clientNumber, handle) {
      const token = liveByClient.get(clientNumber)?.get(handle);
      if (token !== undefined) end(token, 'cancelled');
    },
    endAllOf(clientNumber) {
      for (const token of [...(liveByClient.get(clientNumber)?.values() ?? [])]) end(token, 'clientGone');
      liveByClient.delete(clientNumber);
    },
  };
}
