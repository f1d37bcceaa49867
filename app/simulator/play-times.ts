import type { SteamIdText } from '../steam/steam-id.ts';
import type { Network, NetworkClient } from './network.ts';
import {
  advancePlayTime,
  isExitNotification,
  judgePlayTime,
  notificationBetween,
  untilNextTurn,
  type PlayTime,
} from './play-time.ts';

/** EDurationControlOnlineState. */
export const onlineStates = { invalid: 0, offline: 1, online: 2, onlineHighPriority: 3 } as const;

/**
 * The play time of every account, and what Steam says of it unasked.
 *
 * It counts while a client of the account is open that did not say it plays offline, at most once, however many there
 * are. Reaching a limit is told to every client; one with a match running (OnlineHighPri) is asked to end only once it
 * leaves that state.
 */
export interface PlayTimes {
  /** As of now. */
  read(steamId: SteamIdText): PlayTime;
  set(steamId: SteamIdText, time: { readonly stretchMs: number; readonly todayMs: number }): void;
  onlineState(client: NetworkClient): number;
  setOnlineState(client: NetworkClient, state: number): void;
  /** A client came or went, or other rules hold now. */
  update(steamId: SteamIdText): void;
}

interface Meter {
  time: PlayTime;
  /** Of the newest plan; an older one that comes due does nothing. */
  plan: number;
}

export function createPlayTimes(
  network: Pick<Network, 'clock' | 'accounts' | 'clientsOf' | 'touch'>,
): PlayTimes {
  const meters = new Map<SteamIdText, Meter>();
  const states = new Map<number, number>();
  const heldBack = new Map<number, number>();

  const meterOf = (steamId: SteamIdText): Meter => {
    const known = meters.get(steamId);
    if (known !== undefined) return known;
    const at = network.clock.now();
    const meter = { time: { at, isCounting: false, stretchMs: 0, todayMs: 0, restedMs: 0 }, plan: 0 };
    meters.set(steamId, meter);
    return meter;
  };

  const onlineState = ({ number }: NetworkClient): number => states.get(number) ?? onlineStates.invalid;
  const read = (steamId: SteamIdText): PlayTime =>
    advancePlayTime(meterOf(steamId).time, network.clock.now());

  const tell = (client: NetworkClient, notification: number): void => {
    if (onlineState(client) === onlineStates.onlineHighPriority && isExitNotification(notification)) {
      heldBack.set(client.number, notification);
      return;
    }
    heldBack.delete(client.number);
    const fields = durationFields(network.accounts.find(client.steamId), read(client.steamId), client.appId);
    client.post('durationControl', { ...fields, notification });
  };

  const turn = (steamId: SteamIdText): void => {
    const meter = meterOf(steamId);
    const before = meter.time;
    meter.time = read(steamId);
    const hasCurfew = network.accounts.find(steamId)?.durationControl.hasCurfew === true;
    const notification = notificationBetween(before, meter.time, hasCurfew);
    if (notification !== undefined)
      for (const client of network.clientsOf(steamId)) tell(client, notification);
    network.touch();
  };

  const plan = (steamId: SteamIdText): void => {
    const meter = meterOf(steamId);
    const number = (meter.plan += 1);
    if (network.accounts.find(steamId)?.durationControl.isApplicable !== true) return;
    if (network.clientsOf(steamId).length === 0) return;
    // Whole milliseconds, rounded up: what is due by a fraction must not be due at this very moment for ever.
    const delayMs = Math.max(1, Math.ceil(untilNextTurn(meter.time)));
    network.clock.after(delayMs, () => {
      if (meter.plan !== number) return;
      turn(steamId);
      plan(steamId);
    });
  };

  const update = (steamId: SteamIdText): void => {
    const meter = meterOf(steamId);
    const isCounting = network
      .clientsOf(steamId)
      .some((client) => client.hasPipe() && onlineState(client) !== onlineStates.offline);
    meter.time = { ...read(steamId), isCounting };
    plan(steamId);
  };

  return {
    read,
    set(steamId, { stretchMs, todayMs }) {
      const meter = meterOf(steamId);
      meter.time = { ...read(steamId), stretchMs, todayMs, restedMs: 0 };
      plan(steamId);
      network.touch();
    },
    onlineState,
    setOnlineState(client, state) {
      states.set(client.number, state);
      update(client.steamId);
      const waiting = heldBack.get(client.number);
      const account = network.accounts.find(client.steamId);
      const isOver =
        judgePlayTime(read(client.steamId), account?.durationControl.hasCurfew === true).progress === 0;
      if (waiting !== undefined && isOver) heldBack.delete(client.number);
      else if (waiting !== undefined) tell(client, waiting);
      network.touch();
    },
    update,
  };
}

/** What Steam says of an account's play time; nothing but zeros where the rules do not hold for it. */
export function durationFields(
  account: ReturnType<Network['accounts']['find']>,
  time: PlayTime,
  appId: number,
) {
  const rules = account?.durationControl;
  if (rules?.isApplicable !== true) return { ...nothingCounted, appId };
  const { progress, remainingMs } = judgePlayTime(time, rules.hasCurfew);
  return {
    result: 1,
    appId,
    applicable: true,
    secondsLast5Hours: Math.floor(time.stretchMs / 1000),
    progress: rules.progress ?? progress,
    secondsToday: Math.floor(time.todayMs / 1000),
    secondsRemaining: Math.ceil(remainingMs / 1000),
  };
}

const nothingCounted = {
  result: 1,
  applicable: false,
  secondsLast5Hours: 0,
  progress: 0,
  secondsToday: 0,
  secondsRemaining: 0,
};
