import type { Clock } from './clock.ts';

/** A clock for tests: it stands still until it is moved, or moves by a fixed step with every look at it. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void;
}

/** Noon of an ordinary day. */
export const NOON = Date.UTC(2030, 0, 15, 12);

/** `stepMs` is what a look costs: with it, work that looks at the clock takes time. */
export function createHandClock(stepMs = 0): HandClock {
  let time = NOON;
  return {
    now() {
      const seen = time;
      time += stepMs;
      return seen;
    },
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}
