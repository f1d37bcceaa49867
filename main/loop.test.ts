import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoop } from './loop.ts';

beforeEach(() => vi.useFakeTimers());

afterEach(() => vi.useRealTimers());

/** A bench that wants its ticks so far apart, and notes when they came. */
function begin(first: number | undefined) {
  const startedAt = performance.now();
  const ticksAt: number[] = [];
  let nextTickMs = first;
  const tick = vi.fn<() => void>(() => undefined);
  const loop = startLoop(() => ({
    tick() {
      ticksAt.push(performance.now() - startedAt);
      tick();
    },
    nextTickMs: () => nextTickMs,
  }));
  return {
    loop,
    ticksAt,
    tick,
    want: (wanted: number | undefined): void => {
      nextTickMs = wanted;
    },
  };
}

describe('the loop', () => {
  it('does nothing before it is woken', () => {
    const { ticksAt } = begin(10);
    vi.advanceTimersByTime(100);
    expect(ticksAt).toEqual([]);
  });

  it('ticks when the bench is due, again and again', () => {
    const { loop, ticksAt } = begin(10);
    loop.wake();
    vi.advanceTimersByTime(35);
    expect(ticksAt).toEqual([10, 20, 30]);
  });

  it('rests where there is nothing to do, until it is woken', () => {
    const { loop, ticksAt, want } = begin(undefined);
    loop.wake();
    vi.advanceTimersByTime(1000);
    expect(ticksAt).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    want(5);
    loop.wake();
    vi.advanceTimersByTime(5);
    expect(ticksAt).toEqual([1005]);
    want(undefined);
    vi.advanceTimersByTime(5);
    expect(ticksAt).toEqual([1005, 1010]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('brings the next tick forward when it is woken for something sooner', () => {
    const { loop, ticksAt, want } = begin(33);
    loop.wake();
    vi.advanceTimersByTime(10);
    want(4);
    loop.wake();
    vi.advanceTimersByTime(4);
    expect(ticksAt).toEqual([14]);
    vi.advanceTimersByTime(4);
    expect(ticksAt).toEqual([14, 18]);
  });

  it('is not put off by being woken often', () => {
    const { loop, ticksAt } = begin(10);
    for (let passed = 0; passed < 30; passed += 1) {
      loop.wake();
      vi.advanceTimersByTime(1);
    }
    expect(ticksAt).toEqual([10, 20, 30]);
  });

  it('never ticks more than once a millisecond', () => {
    const { loop, ticksAt } = begin(0);
    loop.wake();
    expect(ticksAt).toEqual([]);
    vi.advanceTimersByTime(5);
    expect(ticksAt).toEqual([1, 2, 3, 4, 5]);
  });

  it('has one timer, also where a tick wakes it', () => {
    const { loop, ticksAt, tick } = begin(10);
    tick.mockImplementation(() => {
      loop.wake();
      loop.wake();
    });
    loop.wake();
    vi.advanceTimersByTime(20);
    expect(ticksAt).toEqual([10, 20]);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('asks when the next tick is due once the tick is through, not in the middle of it', () => {
    const { loop, ticksAt, tick, want } = begin(10);
    tick.mockImplementation(() => {
      want(0);
      loop.wake();
      want(10);
    });
    loop.wake();
    vi.advanceTimersByTime(20);
    expect(ticksAt).toEqual([10, 20]);
  });

  it('goes on after a tick that failed', () => {
    const { loop, ticksAt, tick } = begin(10);
    tick.mockImplementationOnce(() => {
      throw new Error('bug');
    });
    loop.wake();
    expect(() => vi.advanceTimersByTime(10)).toThrow('bug');
    vi.advanceTimersByTime(20);
    expect(ticksAt).toEqual([10, 20, 30]);
  });

  it('stops for good, also out of a tick', () => {
    const { loop, ticksAt } = begin(10);
    loop.wake();
    loop.stop();
    loop.wake();
    vi.advanceTimersByTime(100);
    expect(ticksAt).toEqual([]);

    const other = begin(10);
    other.tick.mockImplementation(() => other.loop.stop());
    other.loop.wake();
    vi.advanceTimersByTime(100);
    expect(other.ticksAt).toEqual([10]);
  });
});
