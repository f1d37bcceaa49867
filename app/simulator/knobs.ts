import * as z from 'zod/mini';
import { kindSchemas } from '../steam/value-kinds.ts';

/** What can be set of the simulated account: the values that Steam's functions give back. */
const account = {
  personaName: z.string().check(z.minLength(1), z.maxLength(128)),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  language: z.string().check(z.minLength(1), z.maxLength(64)),
  loggedOn: z.boolean(),
  isBehindNAT: z.boolean(),
  isPhoneVerified: z.boolean(),
  isPhoneIdentifying: z.boolean(),
  isPhoneRequiringVerification: z.boolean(),
  isTwoFactorEnabled: z.boolean(),
  steamLevel: z.int().check(z.minimum(0), z.maximum(100_000)),
  /** By series, from 1. A series that is not listed has level 0. */
  badges: z
    .array(
      z.strictObject({
        series: z.int().check(z.minimum(1), z.maximum(1000)),
        regular: z.int().check(z.minimum(0), z.maximum(5)),
        foil: z.int().check(z.minimum(0), z.maximum(1)),
      }),
    )
    .check(z.maxLength(1000)),
};

export const SimulatedAccount = z.strictObject({ steamId: kindSchemas.steamId, ...account });
export type SimulatedAccount = z.infer<typeof SimulatedAccount>;

/**
 * A change to the simulated account that is logged in, or another seed.
 *
 * A seed starts the simulation anew: default accounts, and open clients lose their pipe as when Steam is restarted.
 */
export const SimulationChange = z.strictObject({
  seed: z.optional(kindSchemas.uint32),
  /** Which of the simulated accounts is logged in from the next connect on. */
  steamId: z.optional(kindSchemas.steamId),
  account: z.optional(z.partial(z.strictObject(account))),
});
export type SimulationChange = z.infer<typeof SimulationChange>;

/** Something that happens to the simulated client, as the world would do it. */
export const SimulationEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serverConnected') }),
  z.strictObject({ kind: z.literal('serverDisconnected'), result: kindSchemas.int32 }),
  z.strictObject({
    kind: z.literal('serverConnectFailed'),
    result: kindSchemas.int32,
    retrying: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('licensesUpdated') }),
  z.strictObject({ kind: z.literal('ipcFailure'), type: z.union([z.literal(0), z.literal(1)]) }),
  z.strictObject({ kind: z.literal('steamShutdown') }),
]);
export type SimulationEvent = z.infer<typeof SimulationEvent>;

/** The simulation as the window shows it. */
export interface SimulationSnapshot {
  readonly seed: number;
  readonly steamId: string;
  readonly accounts: readonly SimulatedAccount[];
}
