import type { UserFunctionArgs, UserFunctionName, UserFunctionResult } from '../steam/user-functions.ts';
import type { SimulatedAccount } from './account-knobs.ts';
import type { Network, NetworkClient } from './network.ts';

/** Where a client sits on the network: everything that the functions of one duty need to know of who calls them. */
export interface Seat {
  readonly network: Network;
  readonly client: NetworkClient;
  readonly appId: number;
  /** Simulated milliseconds since 1970. */
  readonly openedAt: number;
  /** The account as it is now. */
  readonly account: () => SimulatedAccount;
  /** HAuthTicket of the next ticket, of whichever kind. */
  readonly nextTicketHandle: () => number;
}

/**
 * What the functions of ISteamUser do, by name. One that is missing answers `not-simulated`.
 *
 * A duty is a file with a factory that takes the seat and gives its part of this table; what it has to remember for one
 * client it keeps in the factory, what accounts share belongs to the network.
 */
export type FunctionTable = {
  readonly [Name in UserFunctionName]?: (args: UserFunctionArgs<Name>) => UserFunctionResult<Name>;
};
