import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { SimulationChange, SimulationEvent, SimulationSnapshot } from '../../app/simulator/knobs.ts';
import type { VoiceSourceCard } from '../../app/simulator/voice/voice-card.ts';
import { bench } from '../bench.ts';

const store = create<SimulationSnapshot>()(() => ({ seed: 0, steamId: '', accounts: [] }));

export function useSimulation(): SimulationSnapshot {
  return store();
}

export function takeSimulation(simulation: SimulationSnapshot): void {
  store.setState(simulation, true);
}

export function subscribeToSimulation(
  listener: (now: SimulationSnapshot, before: SimulationSnapshot) => void,
): () => void {
  return store.subscribe(listener);
}

/** What the simulated microphone of the account that plays here hears. */
export function sourceOfMicrophone({
  steamId,
  world,
}: SimulationSnapshot): VoiceSourceCard['kind'] | undefined {
  return world?.voices?.find((voice) => voice.steamId === steamId)?.source.kind;
}

export function changeSimulation(change: SimulationChange): Promise<Outcome<SimulationSnapshot>> {
  return bench().simulation.set(change);
}

/** Makes something happen to the simulated client. */
export function raiseSimulationEvent(event: SimulationEvent): Promise<Outcome<null>> {
  return bench().simulation.raise(event);
}
