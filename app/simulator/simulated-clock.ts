import type { Clock } from '../clock.ts';

/**
 * Time on the simulated network.
 *
 * It stands still until `advance` reads the host's clock, so what happens, and in which order, depends on nothing but the
 * seed, the calls and the readings.
 */
export interface SimulatedClock extends Clock {
  /** Simulated milliseconds since 1970, as of the last `advance`; inside a task, the moment that it was due. */
  now(): number;
  /** Catches up with the host's clock and runs what has come due, oldest first. */
  advance(): void;
  /** When a moment of not long ago was by the host’s clock; where time stands still, since when it does. */
  hostTimeOf(at: number): number;
  /** Runs a task once that much simulated time has gone by. Tasks that are due together run in the order of asking. */
  after(delayMs: number, task: () => void): void;
  /** Simulated time for each unit of the host's: 1 at the start, 0 stands still. */
  setRate(rate: number): void;
  /** Goes on by that much beside what the host's clock gives, and runs what has come due. */
  step(milliseconds: number): void;
}

interface Due {
  readonly at: number;
  readonly task: () => void;
}

export function createSimulatedClock(host: Clock): SimulatedClock {
  let rate = 1;
  let hostAnchor = host.now();
  let anchor = hostAnchor;
  let time = anchor;
  let agenda: readonly Due[] = [];

  const advance = (): void => {
    const target = Math.max(time, anchor + (host.now() - hostAnchor) * rate);
    for (let next = agenda[0]; next !== undefined && next.at <= target; next = agenda[0]) {
      agenda = agenda.slice(1);
      time = next.at;
      next.task();
    }
    time = target;
  };

  return {
    now: () => time,
    advance,
    hostTimeOf: (at) => (rate === 0 ? hostAnchor : hostAnchor + (at - anchor) / rate),
    after(delayMs, task) {
      const due = { at: time + delayMs, task };
      const later = agenda.findIndex((other) => other.at > due.at);
      agenda = later === -1 ? [...agenda, due] : agenda.toSpliced(later, 0, due);
    },
    setRate(next) {
      advance();
      hostAnchor = host.now();
      anchor = time;
      rate = next;
    },
    step(milliseconds) {
      advance();
      anchor += milliseconds;
      advance();
    },
  };
}
