import type { BenchContext } from '../bench-part.ts';
import { inOneGo, type Steps } from './steps.ts';

/** Longest that a tick works on it, but for the step that is over it: Steam has to be asked for voice meanwhile. */
const BUDGET_MS = 5;

/** What becomes of work that is not through when the bench is closed. */
export type AtClose = 'finish' | 'drop';

export interface SlicedJob<Value> {
  /** Undefined where it was dropped; rejects with what a step throws. */
  readonly done: Promise<Value | undefined>;
  readonly drop: () => void;
}

/** Long work in slices of a few milliseconds, one with each tick; the next job begins when the one before is through. */
export interface SlicedWork {
  isBusy(): boolean;
  begin<Value>(steps: Steps<Value>, atClose: AtClose): SlicedJob<Value>;
  tick(): void;
  /** The bench is closed: what has to be finished is finished now, the rest is dropped. */
  close(): void;
}

/** A job as it waits, whatever it is about. */
interface Waiting {
  readonly atClose: AtClose;
  /** One step. Answers whether it was the last. */
  step(): boolean;
  finish(): void;
  readonly drop: () => void;
}

export function createSlicedWork({ clock, wake }: Pick<BenchContext, 'clock' | 'wake'>): SlicedWork {
  let jobs: readonly Waiting[] = [];
  const leave = (job: Waiting): void => void (jobs = jobs.filter((other) => other !== job));

  return {
    isBusy: () => jobs.length > 0,
    begin(steps, atClose) {
      const { done, settle, refuse } = promised<ReturnOf<typeof steps> | undefined>();
      /** Whoever waits hears of a bug; the other jobs do not. */
      const attempt = (work: () => boolean): boolean => {
        try {
          return work();
        } catch (error) {
          refuse(error);
          return true;
        }
      };
      const job: Waiting = {
        atClose,
        step: () =>
          attempt(() => {
            const step = steps.next();
            if (step.done === true) settle(step.value);
            return step.done === true;
          }),
        finish: () =>
          void attempt(() => {
            settle(inOneGo(steps));
            return true;
          }),
        drop() {
          leave(job);
          settle(undefined);
        },
      };
      jobs = [...jobs, job];
      wake();
      return { done, drop: job.drop };
    },
    tick() {
      const startedAt = clock.now();
      do {
        const [job] = jobs;
        if (job === undefined) return;
        if (job.step()) leave(job);
      } while (clock.now() - startedAt < BUDGET_MS);
    },
    close() {
      const left = jobs;
      jobs = [];
      for (const job of left) {
        if (job.atClose === 'finish') job.finish();
        else job.drop();
      }
    },
  };
}

type ReturnOf<Of> = Of extends Steps<infer Value> ? Value : never;

function promised<Value>() {
  let settle: (value: Value) => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const done = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    refuse = reject;
  });
  return { done, settle, refuse };
}
