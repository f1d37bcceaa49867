import type { ClockChange } from './knobs.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/** How simulated time passes, as a user sets it. */
export interface Pace {
  readonly rate: number;
  readonly isPaused: boolean;
}

export const ordinaryPace: Pace = { rate: 1, isPaused: false };

/** Sets the clock's pace, then steps, and gives the pace back. A rate that is set while paused holds from going on. */
export function setPace(clock: SimulatedClock, before: Pace, change: ClockChange): Pace {
  const pace = { rate: change.rate ?? before.rate, isPaused: change.isPaused ?? before.isPaused };
  clock.setRate(pace.isPaused ? 0 : pace.rate);
  if (change.stepMs !== undefined) clock.step(change.stepMs);
  return pace;
}
