import type { SimulatedWorld } from '../../../app/simulator/knobs.ts';

export type Faults = SimulatedWorld['faults'];

/** As a new simulation has it. Written out here: the simulator’s own stands beside schemas that the page does not load. */
export const NO_FAULTS: Faults = {
  latencyMs: { shortest: 20, longest: 120 },
  loseAnswers: 0,
  failCalls: { probability: 0, reason: 1 },
  repeatVerdicts: 0,
  dropConnection: { perMinute: 0, outageMs: 5000 },
};
