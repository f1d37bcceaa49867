import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { Seat } from './seat.ts';
import { writeTicket, type OwnershipContent } from './ticket-bytes.ts';

/** What the account's ownership ticket for the app says now. */
export function ownershipOf({ network, account, appId }: Seat): OwnershipContent {
  const { steamId, licences } = account();
  const { external, internal } = network.accounts.addresses(steamId);
  return {
    steamId,
    appId,
    issuedAt: network.clock.now(),
    externalAddress: external,
    internalAddress: internal,
    isLicensed: network.accounts.licenceHolder(steamId, appId) !== undefined,
    dlc: licences,
  };
}

/** Issues a ticket: the network knows it from now on, also before its callback. */
export function issueTicket(
  seat: Seat,
  purpose: 'session' | 'webApi',
  remote: RemoteIdentity | undefined,
): { readonly handle: number; readonly bytes: Uint8Array<ArrayBuffer> } {
  const { network, client, openedAt } = seat;
  const handle = seat.nextTicketHandle();
  const ownership = ownershipOf(seat);
  const { steamId, appId, issuedAt } = ownership;
  const token = network.tickets.nextToken(network.random('ticket token').uint32());
  network.tickets.add({
    token,
    steamId,
    appId,
    clientNumber: client.number,
    handle,
    purpose,
    remote,
    issuedAt,
  });
  const bytes = writeTicket({ ...ownership, token, connectedForMs: issuedAt - openedAt, count: handle });
  return { handle, bytes };
}
