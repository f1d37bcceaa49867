import type { Arrival } from '../pump.ts';
import type { Caller, MadeCall } from '../steam/caller.ts';
import type { ClientDetails, SteamClient } from '../steam/steam-client.ts';
import type { AccountLamps, AccountSnapshot, BadgeLevel } from './account.ts';
import { createConnectionHistory } from './connection-history.ts';

/** The functions behind the lamps. */
const lampNames = [
  'loggedOn',
  'isBehindNAT',
  'isPhoneVerified',
  'isPhoneIdentifying',
  'isPhoneRequiringVerification',
  'isTwoFactorEnabled',
] as const satisfies readonly (keyof AccountLamps)[];

/** Those that the connection to the servers decides. */
const serverLampNames = ['loggedOn', 'isBehindNAT'] as const satisfies readonly (keyof AccountLamps)[];

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

const isLampName = (name: string): name is (typeof lampNames)[number] =>
  (lampNames as readonly string[]).includes(name);

/** Keeps what is known of the account, from every call that is made, whoever makes it. */
export interface AccountReader {
  snapshot(): AccountSnapshot;
  called(call: MadeCall): void;
  arrived(arrival: Arrival): void;
  connected(client: SteamClient, at: number): void;
  disconnected(at: number): void;
  /** Asks the client for everything. */
  refresh(at: number): void;
}

export interface AccountReaderParts {
  readonly caller: Pick<Caller, 'call'>;
  readonly badgeSeries: () => number;
  readonly onChanged: (snapshot: AccountSnapshot) => void;
}

export function createAccountReader({ caller, badgeSeries, onChanged }: AccountReaderParts): AccountReader {
  const history = createConnectionHistory();
  let client: SteamClient | undefined;
  let lamps: AccountLamps = {};
  let steamLevel: number | undefined;
  let badges = new Map<number, BadgeLevel>();
  let details: ClientDetails = {};
  let userDataFolder: string | undefined;
  let readAt: number | undefined;
  /** While a refresh is under way its many calls are told as one change. */
  let isRefreshing = false;
  let isBroken = false;

  const snapshot = (): AccountSnapshot => ({
    lamps,
    steamLevel,
    badges: [...badges.values()].sort((one, other) => one.series - other.series),
    details,
    userDataFolder,
    history: history.stretches(),
    readAt,
  });

  const changed = (): void => {
    if (!isRefreshing) onChanged(snapshot());
  };

  const forget = (): void => {
    lamps = {};
    steamLevel = undefined;
    badges = new Map();
    details = {};
    userDataFolder = undefined;
    readAt = undefined;
  };

  const noteBadge = (args: { readonly series: number; readonly foil: boolean }, level: number): boolean => {
    const known = badges.get(args.series) ?? { series: args.series, regular: undefined, foil: undefined };
    const noted = args.foil ? { ...known, foil: level } : { ...known, regular: level };
    badges.set(args.series, noted);
    return noted.foil !== known.foil || noted.regular !== known.regular;
  };

  /** Whether the call told something new: what is known already would only make the page draw itself again. */
  const note = ({ name, args, value }: MadeCall): boolean => {
    if (isBroken) return false;
    if (isLampName(name)) {
      if (lamps[name] === value) return false;
      lamps = { ...lamps, [name]: value as boolean };
      return true;
    }
    switch (name) {
      case 'getPlayerSteamLevel': {
        const known = steamLevel;
        steamLevel = value as number;
        return steamLevel !== known;
      }
      case 'getUserDataFolder': {
        const known = userDataFolder;
        userDataFolder = value as string;
        return userDataFolder !== known;
      }
      case 'getGameBadgeLevel':
        return noteBadge(args as { readonly series: number; readonly foil: boolean }, value as number);
      default:
        return false;
    }
  };

  const refresh = (at: number): void => {
    if (client === undefined) return;
    isRefreshing = true;
    badges = new Map();
    for (const name of lampNames) caller.call(name, {});
    caller.call('getPlayerSteamLevel', {});
    caller.call('getUserDataFolder', {});
    for (let series = 1; series <= badgeSeries(); series += 1) {
      caller.call('getGameBadgeLevel', { series, foil: false });
      caller.call('getGameBadgeLevel', { series, foil: true });
    }
    if (!isBroken) {
      details = client.details();
      readAt = at;
    }
    isRefreshing = false;
    changed();
  };

  return {
    snapshot,
    refresh,
    called(call) {
      if (note(call)) changed();
    },
    arrived(arrival) {
      if (arrival.name === 'ipcFailure' && arrival.fields.type === PIPE_FAIL) {
        // From now on every answer is empty, and says nothing of the account.
        isBroken = true;
        forget();
        return changed();
      }
      if (!history.arrived(arrival)) return;
      isRefreshing = true;
      for (const name of serverLampNames) caller.call(name, {});
      isRefreshing = false;
      changed();
    },
    connected(opened, at) {
      forget();
      client = opened;
      isBroken = false;
      refresh(at);
      history.connected(at, lamps.loggedOn === true);
      changed();
    },
    disconnected(at) {
      client = undefined;
      forget();
      history.disconnected(at);
      changed();
    },
  };
}
