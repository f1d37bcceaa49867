import { describe, expect, it } from 'vitest';
import type { AccountChange } from './knobs.ts';
import { beginStory, heardBy, valueOf } from './story.ts';

const HOUR = 3600;

/** 20 o'clock in China: two hours before the curfew, four before midnight. */
function play(rules: Partial<NonNullable<AccountChange['durationControl']>> = {}) {
  const story = beginStory();
  const durationControl = { isApplicable: true, hasCurfew: false, progress: null, notification: 0, ...rules };
  story.simulation.set({ account: { durationControl } });
  const client = valueOf(story.simulation.open(480));
  const hears = () => heardBy(client).map(({ fields }) => fields);
  const passSeconds = (seconds: number) => story.simulation.set({ clock: { stepMs: seconds * 1000 } });
  const ask = () => {
    client.call('getDurationControl', {});
    passSeconds(1);
    return hears().at(-1);
  };
  const state = (newState: number) => valueOf(client.call('setDurationControlOnlineState', { newState }));
  const played = (secondsLast5Hours: number, secondsToday = secondsLast5Hours) =>
    story.simulation.raise({ kind: 'playTime', secondsLast5Hours, secondsToday });
  return { ...story, client, hears, passSeconds, ask, state, played };
}

describe('duration control', () => {
  it('does not hold for an ordinary account', () => {
    const { ask } = play({ isApplicable: false });
    expect(ask()).toEqual({
      result: 1,
      appId: 480,
      applicable: false,
      secondsLast5Hours: 0,
      progress: 0,
      notification: 0,
      secondsToday: 0,
      secondsRemaining: 0,
    });
  });

  it('counts play on the simulated clock, at its pace', () => {
    const { simulation, ask, passSeconds, pass, client } = play();
    passSeconds(99);
    expect(ask()).toMatchObject({ secondsLast5Hours: 99, secondsToday: 99, secondsRemaining: 3 * HOUR - 99 });
    simulation.set({ clock: { rate: 60 } });
    pass(10_000);
    client.drain(0);
    simulation.set({ clock: { rate: 1 } });
    expect(ask()).toMatchObject({ secondsLast5Hours: 700, progress: 0 });
    simulation.set({ clock: { isPaused: true } });
    pass(10_000);
    expect(simulation.snapshot().world?.playTime).toMatchObject({ secondsLast5Hours: 701, isCounting: true });
  });

  it('tells unasked of one hour, three hours, and five hours on one day', () => {
    const { hears, passSeconds, played } = play();
    passSeconds(HOUR - 1);
    expect(hears()).toEqual([]);
    passSeconds(1);
    expect(hears()).toMatchObject([{ notification: 1, progress: 0, secondsLast5Hours: HOUR }]);
    passSeconds(2 * HOUR);
    expect(hears()).toMatchObject([{ notification: 5, progress: 3, secondsRemaining: 0 }]);
    played(HOUR, 5 * HOUR - 10);
    passSeconds(10);
    expect(hears()).toMatchObject([{ notification: 6, progress: 4, secondsToday: 5 * HOUR }]);
  });

  it('tells of the night curfew, and of its end', () => {
    const { hears, passSeconds, state } = play({ hasCurfew: true });
    state(1);
    passSeconds(2 * HOUR);
    expect(hears()).toMatchObject([{ notification: 7, progress: 5, secondsRemaining: 0 }]);
    passSeconds(10 * HOUR);
    expect(hears()).toMatchObject([{ notification: 0, progress: 0 }]);
  });

  it('does not count offline play, and forgets the stretch after five hours of rest', () => {
    const { ask, passSeconds, state, played, hears } = play();
    played(3 * HOUR);
    expect(state(1)).toBe(true);
    passSeconds(60);
    expect(ask()).toMatchObject({ secondsLast5Hours: 3 * HOUR, progress: 3 });
    passSeconds(5 * HOUR);
    expect(hears()).toMatchObject([{ notification: 0, progress: 0, secondsLast5Hours: 0, secondsToday: 0 }]);
    expect(state(2)).toBe(true);
    passSeconds(10);
    expect(ask()).toMatchObject({ secondsLast5Hours: 10, progress: 0 });
  });

  it('knows four online states, of which one cannot be told', () => {
    const { state, simulation } = play();
    const told = () => simulation.snapshot().world?.playTime.onlineState;
    expect(told()).toBe(0);
    for (const newState of [1, 2, 3]) {
      expect(state(newState)).toBe(true);
      expect(told()).toBe(newState);
    }
    for (const newState of [0, 4, -1]) expect(state(newState)).toBe(false);
    expect(told()).toBe(3);
  });

  it('asks a game with a match running to end only once the match is over', () => {
    const { hears, passSeconds, state, played, ask } = play();
    state(3);
    played(3 * HOUR - 10);
    passSeconds(60);
    expect(hears()).toEqual([]);
    expect(ask()).toMatchObject({ progress: 3, notification: 0 });
    state(2);
    expect(hears()).toMatchObject([{ progress: 3, notification: 5 }]);
    state(3);
    state(2);
    expect(hears()).toEqual([]);
  });

  it('sends any of its 48 combinations, in each online state, unasked and asked', () => {
    for (const newState of [0, 1, 2, 3]) {
      const { simulation, state, hears, ask } = play();
      state(newState);
      for (let progress = 0; progress <= 5; progress += 1) {
        for (let notification = 0; notification <= 7; notification += 1) {
          simulation.raise({ kind: 'durationControl', progress, notification, secondsRemaining: -1 });
          expect(hears()).toMatchObject([{ progress, notification, applicable: true, secondsRemaining: -1 }]);
          const durationControl = { isApplicable: true, hasCurfew: false, progress, notification };
          simulation.set({ account: { durationControl } });
          expect(ask()).toMatchObject({ progress, notification });
        }
      }
    }
  });

  it('has no answer offline but that', () => {
    const { simulation, ask } = play();
    simulation.set({ account: { loggedOn: false } });
    expect(ask()).toMatchObject({ result: 3, applicable: false, secondsLast5Hours: 0 });
  });
});
