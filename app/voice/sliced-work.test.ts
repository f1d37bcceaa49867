import { describe, expect, it } from 'vitest';
import { createHandClock } from '../hand-clock.ts';
import { createSlicedWork } from './sliced-work.ts';
import type { Steps } from './steps.ts';

function begin() {
  const clock = createHandClock();
  let woken = 0;
  const work = createSlicedWork({ clock, wake: () => (woken += 1) });
  const done: string[] = [];
  /** Steps of so many milliseconds each. */
  function* steps(name: string, count: number, milliseconds = 1): Steps<string> {
    for (let step = 1; step <= count; step += 1) {
      clock.pass(milliseconds);
      done.push(`${name}${step}`);
      if (step < count) yield;
    }
    return name;
  }
  const tick = (): readonly string[] => {
    done.length = 0;
    work.tick();
    return [...done];
  };
  return { clock, work, steps, done, tick, woken: () => woken };
}

describe('work in slices', () => {
  it('goes on for five milliseconds with each tick, and wakes the loop for the first', async () => {
    const { work, steps, tick, woken } = begin();
    const job = work.begin(steps('a', 12), 'drop');
    expect([work.isBusy(), woken()]).toEqual([true, 1]);
    expect(tick()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(tick()).toHaveLength(5);
    expect([tick(), work.isBusy(), tick()]).toEqual([['a11', 'a12'], false, []]);
    expect(await job.done).toBe('a');
  });

  it('is over its time by one step at most', () => {
    const { work, steps, tick } = begin();
    work.begin(steps('a', 4, 4), 'drop');
    expect(tick()).toEqual(['a1', 'a2']);
  });

  it('is one job after another, with what is left of a slice for the next', () => {
    const { work, steps, tick } = begin();
    work.begin(steps('a', 3), 'drop');
    work.begin(steps('b', 3), 'drop');
    expect(tick()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
    expect([tick(), work.isBusy()]).toEqual([['b3'], false]);
  });

  it('that fails tells whoever waits for it, and lets the others go on', async () => {
    const { work, steps, tick } = begin();
    function* failing(): Steps<string> {
      yield;
      throw new Error('No such figure.');
    }
    const broken = work.begin(failing(), 'finish');
    const whole = work.begin(steps('b', 2), 'drop');
    expect(tick()).toEqual(['b1', 'b2']);
    await expect(broken.done).rejects.toThrow('No such figure.');
    expect(await whole.done).toBe('b');
  });

  it('that is dropped makes no further step', async () => {
    const { work, steps, tick } = begin();
    const job = work.begin(steps('a', 20), 'finish');
    tick();
    job.drop();
    expect([tick(), work.isBusy(), await job.done]).toEqual([[], false, undefined]);
  });

  it('is finished at the end where it has to be, and dropped elsewhere', async () => {
    const { work, steps, tick, done } = begin();
    const begun = work.begin(steps('a', 8), 'finish');
    const dropped = work.begin(steps('b', 8), 'drop');
    const waiting = work.begin(steps('c', 2), 'finish');
    tick();
    done.length = 0;
    work.close();
    expect(done).toEqual(['a6', 'a7', 'a8', 'c1', 'c2']);
    expect(await Promise.all([begun.done, dropped.done, waiting.done])).toEqual(['a', undefined, 'c']);
    expect(work.isBusy()).toBe(false);
  });
});
