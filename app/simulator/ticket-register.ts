import type { SteamIdText } from '../steam/steam-id.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';

/** A ticket as it was issued. */
export interface IssuedTicket {
  /** Number in the bytes of the ticket, one of a kind on the network. */
  readonly token: bigint;
  readonly steamId: SteamIdText;
  readonly appId: number;
  /** The client that asked for it. */
  readonly clientNumber: number;
  /** HAuthTicket at that client. */
  readonly handle: number;
  /** Who checks it: another player or a server, or a service over the web API. */
  readonly purpose: 'session' | 'webApi';
  /** For whom it is meant; Steam compares it when the ticket is checked, it is not in the bytes. */
  readonly remote: RemoteIdentity | undefined;
  /** Simulated milliseconds since 1970. */
  readonly issuedAt: number;
}

/** What the simulated network knows of a ticket. */
export interface RegisteredTicket extends IssuedTicket {
  /** Why it is no longer good: taken back, or its client went away without taking it back. */
  readonly ended: 'cancelled' | 'clientGone' | undefined;
  /** The session that was verified with it: a ticket serves once. */
  readonly usedBy: number | undefined;
}

/** Every ticket that was issued on the network, whoever issued it: accounts check each other's tickets here. */
export interface TicketRegister {
  /** A token that no other ticket has: the random half makes it look like one, the count makes it its own. */
  nextToken(random: number): bigint;
  add(ticket: IssuedTicket): void;
  find(token: bigint): RegisteredTicket | undefined;
  use(token: bigint, sessionNumber: number): void;
  /** Ends a live ticket. A handle that the client was never given, or a ticket that has ended, is left as it is. */
  cancel(clientNumber: number, handle: number): void;
  /** Ends the live tickets of a client that is gone. */
  endAllOf(clientNumber: number): void;
  counts(): { readonly issued: number; readonly live: number };
  /** The newest tickets, newest first. */
  recent(count: number): readonly RegisteredTicket[];
}

export function createTicketRegister(onChanged: () => void = () => undefined): TicketRegister {
  const byToken = new Map<bigint, RegisteredTicket>();
  const tokens: bigint[] = [];
  const liveByClient = new Map<number, Map<number, bigint>>();
  let tokenCount = 0n;

  const end = (token: bigint, ended: 'cancelled' | 'clientGone'): void => {
    const ticket = byToken.get(token);
    if (ticket === undefined) return;
    byToken.set(token, { ...ticket, ended });
    liveByClient.get(ticket.clientNumber)?.delete(ticket.handle);
    onChanged();
  };

  return {
    nextToken(random) {
      tokenCount += 1n;
      return (BigInt(random) << 32n) | tokenCount;
    },
    add(ticket) {
      byToken.set(ticket.token, { ...ticket, ended: undefined, usedBy: undefined });
      tokens.push(ticket.token);
      const live = liveByClient.get(ticket.clientNumber) ?? new Map<number, bigint>();
      liveByClient.set(ticket.clientNumber, live.set(ticket.handle, ticket.token));
      onChanged();
    },
    find: (token) => byToken.get(token),
    use(token, sessionNumber) {
      const ticket = byToken.get(token);
      if (ticket !== undefined) byToken.set(token, { ...ticket, usedBy: sessionNumber });
      onChanged();
    },
    cancel(clientNumber, handle) {
      const token = liveByClient.get(clientNumber)?.get(handle);
      if (token !== undefined) end(token, 'cancelled');
    },
    endAllOf(clientNumber) {
      for (const token of [...(liveByClient.get(clientNumber)?.values() ?? [])]) end(token, 'clientGone');
      liveByClient.delete(clientNumber);
    },
    counts: () => ({
      issued: byToken.size,
      live: [...liveByClient.values()].reduce((sum, live) => sum + live.size, 0),
    }),
    recent: (count) =>
      tokens
        .slice(-count)
        .reverse()
        .flatMap((token) => byToken.get(token) ?? []),
  };
}
