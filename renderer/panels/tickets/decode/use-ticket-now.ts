import { useEffect, useState } from 'react';
import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { bench } from '../../../bench.ts';
import { useSimulation } from '../../../stores/simulation.ts';
import { useNow } from '../../../ui/use-now.ts';

interface SeenClock {
  readonly clock: SimulatedWorld['clock'];
  /** Real time at which main told of it. */
  readonly at: number;
}

/** The time by which a ticket expires, renewed once a second: of the simulator for its own tickets, else the real one. */
export function useTicketNow(isSimulated: boolean): number {
  const now = useNow();
  const { world } = useSimulation();
  const [seen, setSeen] = useState<SeenClock>();
  const told = world?.clock;

  // What the store holds may be old: main tells of changes, not of the passing of time.
  useEffect(() => {
    if (!isSimulated || told === undefined) return undefined;
    let isCurrent = true;
    void bench()
      .simulation.get()
      .then((outcome) => {
        const clock = outcome.ok ? outcome.value.world?.clock : undefined;
        if (isCurrent && clock !== undefined) setSeen({ clock, at: Date.now() });
      });
    return () => {
      isCurrent = false;
    };
  }, [isSimulated, told]);

  if (!isSimulated || seen === undefined) return now;
  const { clock, at } = seen;
  return clock.isPaused ? clock.now : clock.now + Math.max(0, now - at) * clock.rate;
}
