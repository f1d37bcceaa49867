import type { SimulationEvent } from '../../../../app/simulator/knobs.ts';

/** Lets something happen in the simulated world. */
export type Raise = (event: SimulationEvent) => void;
