import type { SteamIdText } from '../steam/steam-id.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { SimulatedAccount } from './account-knobs.ts';
import type { RegisteredTicket } from './ticket-register.ts';

/** EAuthSessionResponse. */
export const responses = {
  ok: 0,
  userNotConnected: 1,
  noLicence: 2,
  vacBanned: 3,
  loggedInElsewhere: 4,
  vacTimedOut: 5,
  cancelled: 6,
  alreadyUsed: 7,
  invalid: 8,
  publisherBanned: 9,
  identityFailure: 10,
} as const;

/** What callback 143 says beside whose ticket it is. */
export interface Verdict {
  readonly response: number;
  readonly ownerId: SteamIdText;
}

/** Everything that Steam's servers look at. */
export interface Evidence {
  /** Undefined where the servers never issued such a ticket. */
  readonly ticket: RegisteredTicket | undefined;
  /** Whose ticket it is, as they are now. */
  readonly account: SimulatedAccount | undefined;
  /** Who owns the licence that the game is played with. */
  readonly licenceHolder: SteamIdText | undefined;
  readonly isElsewhere: boolean;
  readonly sessionNumber: number;
  readonly verifier: {
    readonly steamId: SteamIdText;
    readonly addresses: readonly string[];
  };
}

/**
 * Steam's verdict on a ticket.
 *
 * From what is wrong with the ticket, over what is wrong with the connection, to what is wrong with the account. Of
 * several reasons the first one is told.
 */
export function judge(evidence: Evidence): Verdict {
  const { account, licenceHolder } = evidence;
  return {
    response: responseTo(evidence),
    ownerId: licenceHolder ?? account?.steamId ?? '0',
  };
}

function responseTo({
  ticket,
  account,
  licenceHolder,
  isElsewhere,
  sessionNumber,
  verifier,
}: Evidence): number {
  if (ticket === undefined || account === undefined) return responses.invalid;
  if (ticket.ended === 'cancelled') return responses.cancelled;
  if (ticket.ended === 'clientGone') return responses.invalid;
  if (!isMeantFor(ticket, verifier)) return responses.identityFailure;
  if (isElsewhere) return responses.loggedInElsewhere;
  if (!account.loggedOn) return responses.userNotConnected;
  if (ticket.usedBy !== undefined && ticket.usedBy !== sessionNumber) return responses.alreadyUsed;
  if (account.isVacBanned) return responses.vacBanned;
  if (account.isVacUnreachable) return responses.vacTimedOut;
  if (account.isPublisherBanned) return responses.publisherBanned;
  return licenceHolder === undefined ? responses.noLicence : responses.ok;
}

/**
 * Whether a verifier may check a ticket.
 *
 * A player is known by their Steam id and by where they are; nobody here has a name, and a ticket for the web API is for
 * a service, which is nobody here either.
 */
function isMeantFor(
  { purpose, remote }: { readonly purpose: string; readonly remote: RemoteIdentity | undefined },
  verifier: Evidence['verifier'],
): boolean {
  if (purpose === 'webApi') return false;
  if (remote === undefined) return true;
  if ('steamId' in remote) return remote.steamId === verifier.steamId;
  return 'ip' in remote && verifier.addresses.includes(remote.ip);
}
