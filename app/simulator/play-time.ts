const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** China Standard Time, all year. */
const ZONE_MS = 8 * HOUR_MS;

/** Play may go on for that long before there has to be a rest, and for that long on one day. */
const LONGEST_STRETCH_MS = 3 * HOUR_MS;
const LONGEST_DAY_MS = 5 * HOUR_MS;

/** A rest of that length begins a new stretch. */
const REST_MS = 5 * HOUR_MS;

const CURFEW_BEGINS_MS = 22 * HOUR_MS;
const CURFEW_ENDS_MS = 8 * HOUR_MS;

/** EDurationControlProgress. */
const FULL = 0;
const EXIT_SOON_3_HOURS = 3;
const EXIT_SOON_5_HOURS = 4;
const EXIT_SOON_NIGHT = 5;

/** How long was played, as of one moment. All in milliseconds, `at` since 1970. */
export interface PlayTime {
  readonly at: number;
  readonly isCounting: boolean;
  /** Since the last rest of five hours. */
  readonly stretchMs: number;
  /** Since midnight in China. */
  readonly todayMs: number;
  readonly restedMs: number;
}

const sinceMidnight = (at: number): number => (at + ZONE_MS) % DAY_MS;
const dayOf = (at: number): number => Math.floor((at + ZONE_MS) / DAY_MS);

function isNight(at: number): boolean {
  const time = sinceMidnight(at);
  return time >= CURFEW_BEGINS_MS || time < CURFEW_ENDS_MS;
}

/** The same play time, later. */
export function advancePlayTime(time: PlayTime, now: number): PlayTime {
  const passed = now - time.at;
  if (passed <= 0) return time;
  const played = time.isCounting ? passed : 0;
  const restedMs = time.isCounting ? 0 : time.restedMs + passed;
  // Steam counts a stretch up to its limit only.
  const stretchMs = Math.max(time.stretchMs, Math.min(time.stretchMs + played, LONGEST_STRETCH_MS));
  return {
    at: now,
    isCounting: time.isCounting,
    stretchMs: restedMs >= REST_MS ? 0 : stretchMs,
    todayMs: dayOf(now) === dayOf(time.at) ? time.todayMs + played : Math.min(played, sinceMidnight(now)),
    restedMs,
  };
}

/** EDurationControlProgress, and the play time that is left until a limit; of several limits the strictest counts. */
export function judgePlayTime(
  { at, stretchMs, todayMs }: PlayTime,
  hasCurfew: boolean,
): { readonly progress: number; readonly remainingMs: number } {
  const untilCurfew = hasCurfew ? CURFEW_BEGINS_MS - sinceMidnight(at) : Infinity;
  const isCurfew = hasCurfew && isNight(at);
  const remainingMs = Math.min(LONGEST_STRETCH_MS - stretchMs, LONGEST_DAY_MS - todayMs, untilCurfew);
  return {
    progress: progressOf(isCurfew, stretchMs, todayMs),
    remainingMs: isCurfew ? 0 : Math.max(0, remainingMs),
  };
}

function progressOf(isCurfew: boolean, stretchMs: number, todayMs: number): number {
  if (isCurfew) return EXIT_SOON_NIGHT;
  if (todayMs >= LONGEST_DAY_MS) return EXIT_SOON_5_HOURS;
  return stretchMs >= LONGEST_STRETCH_MS ? EXIT_SOON_3_HOURS : FULL;
}

/** EDurationControlNotification that is due between two moments; undefined where nothing has changed. */
export function notificationBetween(
  before: PlayTime,
  after: PlayTime,
  hasCurfew: boolean,
): number | undefined {
  const [from, to] = [judgePlayTime(before, hasCurfew), judgePlayTime(after, hasCurfew)];
  if (from.progress !== to.progress) return to.progress === FULL ? 0 : to.progress + 2;
  const passes = (limitMs: number): boolean => before.stretchMs < limitMs && after.stretchMs >= limitMs;
  if (passes(LONGEST_STRETCH_MS)) return 2;
  return passes(HOUR_MS) ? 1 : undefined;
}

/** Whether a notification asks to end the game, which a game may ask to be spared during a match. */
export function isExitNotification(notification: number): boolean {
  return notification >= 5;
}

/** Milliseconds until something may change that Steam tells of. */
export function untilNextTurn({ at, isCounting, stretchMs, todayMs, restedMs }: PlayTime): number {
  const time = sinceMidnight(at);
  const turns = [DAY_MS - time, CURFEW_BEGINS_MS - time, CURFEW_ENDS_MS - time];
  if (isCounting) turns.push(HOUR_MS - stretchMs, LONGEST_STRETCH_MS - stretchMs, LONGEST_DAY_MS - todayMs);
  else turns.push(REST_MS - restedMs);
  return Math.min(...turns.filter((turn) => turn > 0));
}
