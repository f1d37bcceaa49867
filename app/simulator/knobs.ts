import * as z from 'zod/mini';
import { kindSchemas } from '../steam/value-kinds.ts';
import { AccountChange, type SimulatedAccount } from './account-knobs.ts';
import { FaultsChange } from './fault-knobs.ts';
import { VoiceChange } from './voice/voice-knobs.ts';
import type { SimulatedWorld } from './world.ts';

export { SimulatedAccount, AccountChange } from './account-knobs.ts';
export { Faults, FaultsChange } from './fault-knobs.ts';
export { SimulationEvent } from './event-knobs.ts';
export type { SimulatedWorld } from './world.ts';

/** Longest step of the simulated clock: longer than the life of any ticket. */
const LONGEST_STEP_MS = 100 * 24 * 60 * 60 * 1000;

/** How simulated time passes. */
export const ClockChange = z.strictObject({
  isPaused: z.optional(z.boolean()),
  /** Simulated time for each unit of real time. */
  rate: z.optional(z.number().check(z.minimum(0.001), z.maximum(3600))),
  /** Goes on by that much at once, also while paused. */
  stepMs: z.optional(z.int().check(z.minimum(0), z.maximum(LONGEST_STEP_MS))),
});
export type ClockChange = z.infer<typeof ClockChange>;

/**
 * A change to the simulated account that is logged in, to the network and its time, or another seed.
 *
 * A seed starts the simulation anew: default accounts, no faults, time at its ordinary pace, and open clients lose their
 * pipe as when Steam is restarted.
 */
export const SimulationChange = z.strictObject({
  seed: z.optional(kindSchemas.uint32),
  /** Which of the simulated accounts is logged in from the next connect on. */
  steamId: z.optional(kindSchemas.steamId),
  account: z.optional(AccountChange),
  /** Whom `account` and `voice` change, where it is not the account that is logged in. */
  accountOf: z.optional(kindSchemas.steamId),
  /** The microphone and the voice of that account. */
  voice: z.optional(VoiceChange),
  faults: z.optional(FaultsChange),
  clock: z.optional(ClockChange),
});
export type SimulationChange = z.infer<typeof SimulationChange>;

/** The simulation as the window shows it. */
export interface SimulationSnapshot {
  readonly seed: number;
  readonly steamId: string;
  readonly accounts: readonly SimulatedAccount[];
  /** The rest of the simulated world; the simulator always gives it. */
  readonly world?: SimulatedWorld;
}
