import { describe, expect, it } from 'vitest';
import { createSimulatedClock } from './simulated-clock.ts';

function beginAt(start: number) {
  let time = start;
  const clock = createSimulatedClock({ now: () => time });
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    clock.advance();
  };
  return { clock, pass };
}

describe('simulated time', () => {
  it('stands still between readings of the host’s clock', () => {
    const { clock, pass } = beginAt(1000);
    expect(clock.now()).toBe(1000);
    pass(250);
    expect(clock.now()).toBe(1250);
  });

  it('never goes back', () => {
    const { clock, pass } = beginAt(1000);
    pass(-500);
    expect(clock.now()).toBe(1000);
  });

  it('runs what is due in order, at the moment that it was due, and what that asks for too', () => {
    const { clock, pass } = beginAt(0);
    const ran: string[] = [];
    const run = (name: string) => () => void ran.push(`${name} ${clock.now()}`);
    clock.after(30, run('last'));
    clock.after(10, run('first'));
    clock.after(10, () => {
      run('second')();
      clock.after(5, run('third'));
      clock.after(500, run('never'));
    });
    pass(100);
    expect(ran).toEqual(['first 10', 'second 10', 'third 15', 'last 30']);
    expect(clock.now()).toBe(100);
  });

  it('runs faster, and not at all', () => {
    const { clock, pass } = beginAt(0);
    pass(10);
    clock.setRate(60);
    pass(10);
    expect(clock.now()).toBe(610);
    clock.setRate(0);
    pass(1000);
    expect(clock.now()).toBe(610);
    clock.setRate(1);
    pass(5);
    expect(clock.now()).toBe(615);
  });
});
