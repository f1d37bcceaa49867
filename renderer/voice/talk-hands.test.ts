import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTalkHands, type Hand } from './talk-hands.ts';

/** A switch that writes down what it does. */
function createWritten() {
  const done: string[] = [];
  const hands = createTalkHands({
    start: () => void done.push('start'),
    stop: (why) => void done.push(why),
    changed: () => undefined,
  });
  return { hands, done };
}

describe('hands on the talk switch', () => {
  it('start with the first and stop with the last', () => {
    const { hands, done } = createWritten();
    hands.press('key');
    hands.press('pointer');
    hands.release('key');
    expect(done).toEqual(['start']);
    hands.release('pointer');
    expect(done).toEqual(['start', 'stopped']);
  });

  it('let go when the window is left, and what comes up afterwards stops nothing twice', () => {
    const { hands, done } = createWritten();
    hands.press('key');
    hands.leave();
    hands.release('key');
    expect(done).toEqual(['start', 'window-left']);
  });

  it('leave the latch where it is when the window is left, and end it with the page', () => {
    const { hands, done } = createWritten();
    hands.press('latch');
    hands.leave();
    expect(done).toEqual(['start']);
    hands.end();
    expect(done).toEqual(['start', 'window-left']);
  });

  it('begin anew after recording ended by itself', () => {
    const { hands, done } = createWritten();
    hands.press('key');
    hands.drop();
    hands.release('key');
    hands.press('key');
    expect(done).toEqual(['start', 'start']);
  });

  it('start and stop by turns, whatever they do', () => {
    const hand = fc.constantFrom<Hand>('key', 'pointer', 'latch');
    const act = fc.oneof(
      fc.record({ does: fc.constantFrom('press' as const, 'release' as const), hand }),
      fc.record({ does: fc.constantFrom('leave' as const, 'end' as const), hand }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const { hands, done } = createWritten();
        for (const { does, hand: which } of acts) hands[does](which);
        expect(done.every((word, at) => (word === 'start') === (at % 2 === 0))).toBe(true);
      }),
    );
  });
});
