import { useEffect, useState } from 'react';
import type { SimulatedWorld } from '../../../app/simulator/knobs.ts';

const EVERY_MS = 1000;

type Clock = SimulatedWorld['clock'];

/** When each reading of the clock was first seen here: as good as when main told of it, while the panel is open. */
const seenAt = new WeakMap<Clock, number>();

/**
 * Simulated milliseconds since 1970, renewed once a second while time passes and the page is seen.
 *
 * Main does not tell of the passing of time alone: from what it told last the page goes on by itself.
 */
export function useSimulatedNow(clock: Clock, isRunning: boolean): number {
  const [reading, setReading] = useState(() => ({ clock, now: isRunning ? extrapolate(clock) : clock.now }));

  useEffect(() => {
    if (!isRunning || clock.isPaused) return undefined;
    extrapolate(clock);
    const timer = setInterval(() => {
      if (!document.hidden) setReading({ clock, now: extrapolate(clock) });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [clock, isRunning]);

  return reading.clock === clock ? reading.now : clock.now;
}

function extrapolate(clock: Clock): number {
  const now = Date.now();
  const at = seenAt.get(clock) ?? now;
  seenAt.set(clock, at);
  return clock.isPaused ? clock.now : clock.now + (now - at) * clock.rate;
}
