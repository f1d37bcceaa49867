import type { Bench } from '../app/bench.ts';

/** Calls the bench's tick when it is due. */
export interface Loop {
  /** Looks again at when the next tick is due: something happened that may not want to wait. */
  wake(): void;
  stop(): void;
}

/**
 * The one timer behind the pump.
 *
 * Never faster than once a millisecond: between two ticks the window's messages have to get through, also in a burst.
 */
export function startLoop(bench: () => Pick<Bench, 'tick' | 'nextTickMs'>): Loop {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let isTicking = false;
  let isStopped = false;

  const schedule = (): void => {
    if (isStopped) return;
    const waitMs = bench().nextTickMs();
    const wantedAt =
      waitMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + Math.max(1, waitMs);
    if (timer !== undefined && dueAt <= wantedAt) return;
    clearTimeout(timer);
    timer = undefined;
    dueAt = wantedAt;
    if (waitMs !== undefined) timer = setTimeout(run, Math.max(1, waitMs));
  };

  const run = (): void => {
    timer = undefined;
    dueAt = Number.POSITIVE_INFINITY;
    isTicking = true;
    try {
      bench().tick();
    } finally {
      // A tick that failed is a bug, and is reported as one; without the next one the bench would be deaf.
      isTicking = false;
      schedule();
    }
  };

  return {
    wake() {
      // A tick asks for the next one when it is through.
      if (!isTicking) schedule();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
