import type { Clock } from '../app/clock.ts';

/** Time since 1970 from the monotonic clock: it never jumps back when the system's time is set. */
export function createClock(): Clock {
  return { now: () => performance.timeOrigin + performance.now() };
}
