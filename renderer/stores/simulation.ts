import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { SimulationChange, SimulationEvent, SimulationSnapshot } from '../../app/simulator/knobs.ts';
import { bench } from '../bench.ts';

const store = create<SimulationSnapshot>()(() => ({ seed: 0, steamId: '', accounts: [] }));

export function useSimulation(): SimulationSnapshot {
  return store();
}

export function takeSimulation(simulation: SimulationSnapshot): void {
  store.setState(simulation, true);
}

export function changeSimulation(change: SimulationChange): Promise<Outcome<SimulationSnapshot>> {
  return bench().simulation.set(change);
}

/** Makes something happen to the simulated client. */
export function raiseSimulationEvent(event: SimulationEvent): Promise<Outcome<null>> {
  return bench().simulation.raise(event);
}
