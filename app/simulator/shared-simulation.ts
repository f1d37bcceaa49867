import type { SimulationSnapshot } from './knobs.ts';
import { createSimulation, type Simulation, type SimulationParts } from './simulated-steam.ts';

/** One simulation for several benches: each hears of every change. */
export interface SharedSimulation extends Simulation {
  /** Returns how to stop listening. */
  listen(listener: (snapshot: SimulationSnapshot) => void): () => void;
}

export function createSharedSimulation(parts: Omit<SimulationParts, 'onChanged'>): SharedSimulation {
  const listeners = new Set<(snapshot: SimulationSnapshot) => void>();
  const simulation = createSimulation({
    ...parts,
    onChanged: (snapshot) => listeners.forEach((listener) => listener(snapshot)),
  });
  return {
    ...simulation,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
