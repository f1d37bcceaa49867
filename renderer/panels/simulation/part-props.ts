import type { SimulatedAccount, SimulatedWorld } from '../../../app/simulator/knobs.ts';
import type { Simulator } from './use-simulator.ts';

/** What every part of the panel is given. */
export interface PartProps {
  readonly simulator: Simulator;
  /** Who is logged in. */
  readonly account: SimulatedAccount;
  readonly world: SimulatedWorld;
}
