import type { AccountChange, SimulatedAccount } from './account-knobs.ts';

/** The accounts of a network. A record is replaced when it changes, never altered: whoever holds one holds a moment. */
export interface Accounts {
  all(): readonly SimulatedAccount[];
  find(steamId: string): SimulatedAccount | undefined;
  change(steamId: string, change: AccountChange): void;
  /**
   * Gives an account a licence for an app that it starts, as Steam does for a free game.
   *
   * Not where it can borrow the app, and not where its licences were set: what was set stays.
   */
  grantOnStart(steamId: string, appId: number): void;
  /** Who owns the licence with which an account plays an app: itself, or who lends it; undefined for nobody. */
  licenceHolder(steamId: string, appId: number): string | undefined;
  /** Whether the account is offline because it logged in on another machine. */
  isElsewhere(steamId: string): boolean;
  setElsewhere(steamId: string, isElsewhere: boolean): void;
  /**
   * Where the account is on the simulated internet.
   *
   * The public addresses are those that RFC 5737 keeps for documentation, so nobody has them.
   */
  addresses(steamId: string): { readonly external: string; readonly internal: string };
}

export function createAccounts(start: readonly SimulatedAccount[], onChanged: () => void): Accounts {
  let accounts = start.map(copyAccount);
  const withLicencesSet = new Set<string>();
  const elsewhere = new Set<string>();

  const find = (steamId: string): SimulatedAccount | undefined =>
    accounts.find((account) => account.steamId === steamId);

  const replace = (steamId: string, change: AccountChange): void => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    accounts = accounts.map((account) =>
      account.steamId === steamId ? copyAccount({ ...account, ...given }) : account,
    );
    onChanged();
  };

  const licenceHolder = (steamId: string, appId: number): string | undefined => {
    const account = find(steamId);
    const lender = find(account?.familyOwner ?? '');
    return [account, lender].find((candidate) => candidate?.licences.includes(appId) === true)?.steamId;
  };

  return {
    all: () => accounts,
    find,
    change(steamId, change) {
      if (change.licences !== undefined) withLicencesSet.add(steamId);
      replace(steamId, change);
    },
    grantOnStart(steamId, appId) {
      const account = find(steamId);
      if (account === undefined || withLicencesSet.has(steamId)) return;
      if (licenceHolder(steamId, appId) === undefined)
        replace(steamId, { licences: [...account.licences, appId] });
    },
    licenceHolder,
    isElsewhere: (steamId) => elsewhere.has(steamId),
    setElsewhere(steamId, isElsewhere) {
      if (isElsewhere) elsewhere.add(steamId);
      else elsewhere.delete(steamId);
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
  return {
    ...account,
    badges: account.badges.map((badge) => ({ ...badge })),
    licences: [...account.licences],
    market: { ...account.market },
    durationControl: { ...account.durationControl },
  };
}
