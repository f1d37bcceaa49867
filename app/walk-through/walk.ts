import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { ANSWER_TIMEOUT_MS } from '../journal/pairing.ts';
import { fail, succeed } from '../outcome.ts';
import { notConnected } from '../steam/steam-client.ts';
import { walk, type Heard, type Wait } from './flow.ts';
import { idleWalkThrough, type StepName, type WalkStep, type WalkThrough } from './walk-through.ts';

export interface Walk extends Follower {
  readonly handlers: Handlers<BenchContract>['walkThrough'];
}

interface Running {
  readonly flow: Generator<Wait, void, Heard>;
  wait: Wait | undefined;
  deadline: number;
}

/** Runs the flow of a ticket step by step, and tells how it goes. One at a time. */
export function createWalk({ caller, clock, session, client, publish, wake }: BenchContext): Walk {
  let state: WalkThrough = idleWalkThrough;
  let running: Running | undefined;
  let lastSeq: number | undefined;

  const become = (change: Partial<WalkThrough>): void => {
    state = { ...state, ...change };
    publish('walkThrough', 'changed', state);
  };

  const change = (name: StepName, change: Partial<WalkStep>): void =>
    become({ steps: state.steps.map((step) => (step.name === name ? { ...step, ...change } : step)) });

  const close = (name: StepName, stepState: WalkStep['state'], answer: string, meaning: string): void => {
    const now = clock.now();
    const startedAt = state.steps.find((step) => step.name === name)?.startedAt ?? now;
    change(name, {
      state: stepState,
      tookMs: now - startedAt,
      answer,
      meaning,
      ...(lastSeq !== undefined && { seq: lastSeq }),
    });
  };

  /** What was not reached is left out; a step that was under way when the flow ended was not answered. */
  const finish = (end: WalkThrough['state']): void => {
    running = undefined;
    const steps = state.steps.map((step): WalkStep =>
      step.state === 'pending' || step.state === 'running' ? { ...step, state: 'skipped' } : step,
    );
    become({ steps, state: end, endedAt: clock.now() });
  };

  const hasFailed = (): boolean => state.steps.some((step) => step.state === 'failed');

  /** Lets the flow go on until it waits or is through. */
  const goOn = (of: Running, next: IteratorResult<Wait, void>): void => {
    if (next.done === true) return finish(hasFailed() ? 'failed' : 'succeeded');
    of.wait = next.value;
    of.deadline = clock.now() + ANSWER_TIMEOUT_MS;
    wake();
  };

  const hear = (heard: Heard): void => {
    if (running?.wait === undefined) return;
    running.wait = undefined;
    goOn(running, running.flow.next(heard));
  };

  const stop = (): void => {
    if (running === undefined) return;
    // What was taken is given back on the way out.
    running.flow.return();
    finish('stopped');
  };

  return {
    called({ seq }) {
      if (running !== undefined) lastSeq = seq;
    },
    arrived(arrival) {
      if (running?.wait?.matches(arrival) !== true) return;
      lastSeq = arrival.seq;
      hear({ kind: 'arrival', arrival });
    },
    tick(now) {
      if (running?.wait === undefined || now < running.deadline) return;
      lastSeq = undefined;
      hear({ kind: 'late' });
    },
    closing: stop,
    handlers: {
      get: () => succeed(state),
      run() {
        const { steamId, appId } = session();
        if (running !== undefined) return fail('busy', 'The walk-through is under way already.');
        const target = client();
        if (target === undefined) return notConnected;
        if (steamId === undefined)
          return fail('call-failed', 'Steam gives no Steam id to check a ticket of.');
        lastSeq = undefined;
        const flow = walk({
          caller,
          steamId,
          appId,
          listener: {
            begun: (step) => change(step, { state: 'running', startedAt: clock.now() }),
            done: (step, answer, meaning) => close(step, 'done', answer, meaning),
            failed: (step, answer, meaning) => close(step, 'failed', answer, meaning),
          },
        });
        running = { flow, wait: undefined, deadline: 0 };
        become({
          ...idleWalkThrough,
          state: 'running',
          startedAt: clock.now(),
          steamId,
          isSimulated: target.kind === 'simulated',
        });
        goOn(running, flow.next());
        return succeed(state);
      },
      stop() {
        stop();
        return succeed(state);
      },
    },
  };
}
