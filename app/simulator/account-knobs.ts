import * as z from 'zod/mini';
import { kindSchemas } from '../steam/value-kinds.ts';

const days = z.int().check(z.minimum(0), z.maximum(10_000));

/** What can be set of a simulated account: what Steam's functions give back, and what Steam's servers know of it. */
export const accountKnobs = {
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
  /** App ids of the games and the DLC that the account owns. */
  licences: z.array(kindSchemas.appId).check(z.maxLength(1000)),
  /** Steam id of whoever lends this account their games; null for nobody. */
  familyOwner: z.nullable(kindSchemas.steamId),
  isVacBanned: z.boolean(),
  /** VAC cannot finish its checks on this account. */
  isVacUnreachable: z.boolean(),
  isPublisherBanned: z.boolean(),
  market: z.strictObject({
    /** Bits of EMarketNotAllowedReasonFlags; with none of them the account may use the market. */
    notAllowedReason: z.int().check(z.minimum(0), z.maximum(0xffff)),
    allowedAtTime: kindSchemas.unixTime,
    daysSteamGuardRequired: days,
    daysNewDeviceCooldown: days,
  }),
  durationControl: z.strictObject({
    /** Whether the rules of Steam China hold for this account. */
    isApplicable: z.boolean(),
    /** Whether play has to end between 22 and 8 o'clock, China Standard Time. */
    hasCurfew: z.boolean(),
    /** EDurationControlProgress that answers and callbacks carry; null for what the counters make it. */
    progress: z.nullable(z.int().check(z.minimum(0), z.maximum(5))),
    /** EDurationControlNotification of an answer that was asked for; Steam itself sends 0 there. */
    notification: z.int().check(z.minimum(0), z.maximum(7)),
  }),
};

export const SimulatedAccount = z.strictObject({ steamId: kindSchemas.steamId, ...accountKnobs });
export type SimulatedAccount = z.infer<typeof SimulatedAccount>;

export const AccountChange = z.partial(z.strictObject(accountKnobs));
export type AccountChange = z.infer<typeof AccountChange>;
