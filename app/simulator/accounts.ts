import type { SimulatedAccount, SimulationChange } from './knobs.ts';

export type AccountChange = NonNullable<SimulationChange['account']>;

/** The accounts of a network. A record is replaced when it changes, never altered: whoever holds one holds a moment. */
export interface Accounts {
  all(): readonly SimulatedAccount[];
  find(steamId: string): SimulatedAccount | undefined;
  change(steamId: string, change: AccountChange): void;
  /**
   * Where the account is on the simulated internet.
   *
   * The public addresses are those that RFC 5737 keeps for documentation, so nobody has them.
   */
  addresses(steamId: string): { readonly external: string; readonly internal: string };
}

export function createAccounts(start: readonly SimulatedAccount[]): Accounts {
  let accounts = start.map(copyAccount);

  const find = (steamId: string): SimulatedAccount | undefined =>
    accounts.find((account) => account.steamId === steamId);

  return {
    all: () => accounts,
    find,
    change(steamId, change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      accounts = accounts.map((account) =>
        account.steamId === steamId ? copyAccount({ ...account, ...given }) : account,
      );
    },
    addresses(steamId) {
      const place = accounts.findIndex((account) => account.steamId === steamId) + 1;
      const external = `203.0.113.${place}`;
      return { external, internal: find(steamId)?.isBehindNAT === true ? `192.168.0.${place}` : external };
    },
  };
}

/** A copy that shares nothing which could be written to. */
export function copyAccount(account: SimulatedAccount): SimulatedAccount {
  return { ...account, badges: account.badges.map((badge) => ({ ...badge })) };
}
