import * as z from 'zod/mini';
import { kindSchemas } from '../steam/value-kinds.ts';
import { answeredFunctions, AnswerOutcome } from './answer-knobs.ts';
import { CallFailureReason } from './fault-knobs.ts';

/** Steam id of the account that it happens to; the one that is logged in where it is missing. */
const who = z.optional(kindSchemas.steamId);

const upTo = (highest: number) => z.int().check(z.minimum(0), z.maximum(highest));
const seconds = z.int().check(z.minimum(0), z.maximum(86_400));

/** What happens to an account: each of its open clients hears of it. */
const accountEvents = [
  z.strictObject({ kind: z.literal('serverConnected'), who }),
  z.strictObject({ kind: z.literal('serverDisconnected'), result: kindSchemas.int32, who }),
  z.strictObject({
    kind: z.literal('serverConnectFailed'),
    result: kindSchemas.int32,
    retrying: z.boolean(),
    who,
  }),
  /** The account logs in on another machine: it is cut off here, and verifiers of its tickets hear of it. */
  z.strictObject({ kind: z.literal('loggedInElsewhere'), who }),
  z.strictObject({ kind: z.literal('licensesUpdated'), who }),
  z.strictObject({ kind: z.literal('ipcFailure'), type: z.union([z.literal(0), z.literal(1)]), who }),
  z.strictObject({ kind: z.literal('steamShutdown'), who }),
  /** The user says yes or no to a purchase. */
  z.strictObject({
    kind: z.literal('microtransaction'),
    appId: kindSchemas.appId,
    orderId: kindSchemas.uint64,
    authorized: z.boolean(),
    who,
  }),
  z.strictObject({ kind: z.literal('gameWebCallback'), url: z.string().check(z.maxLength(255)), who }),
  /** Steam tells the game to leave a server; a legacy connection to it is over with that. */
  z.strictObject({
    kind: z.literal('clientGameServerDeny'),
    appId: kindSchemas.appId,
    ip: kindSchemas.address,
    serverPort: kindSchemas.port,
    secure: kindSchemas.uint16,
    reason: upTo(15),
    who,
  }),
  /** A duration control callback unasked, with any of its values; the counters where none are given. */
  z.strictObject({
    kind: z.literal('durationControl'),
    result: z.optional(kindSchemas.int32),
    appId: z.optional(kindSchemas.appId),
    applicable: z.optional(z.boolean()),
    progress: upTo(5),
    notification: upTo(7),
    secondsLast5Hours: z.optional(kindSchemas.int32),
    secondsToday: z.optional(kindSchemas.int32),
    secondsRemaining: z.optional(kindSchemas.int32),
    who,
  }),
  /** Sets the counters of play time; thresholds that lie in between are not told of. */
  z.strictObject({ kind: z.literal('playTime'), secondsLast5Hours: seconds, secondsToday: seconds, who }),
  /** A verdict on somebody's ticket, unasked: again, late, or without a session. The owner is whose ticket it is. */
  z.strictObject({
    kind: z.literal('validateVerdict'),
    steamId: kindSchemas.steamId,
    response: upTo(10),
    ownerId: z.optional(kindSchemas.steamId),
    who,
  }),
] as const;

/** What becomes of answers. */
const answerEvents = [
  /** Chooses the answer to the account's next call of a function; several wait in line. */
  z.strictObject({
    kind: z.literal('nextAnswer'),
    name: z.enum(answeredFunctions),
    outcome: AnswerOutcome,
    who,
  }),
  z.strictObject({ kind: z.literal('forgetNextAnswers'), who }),
  /** Answers a pending call now, as Steam would or, with a reason, as a failure; also one whose answer was lost. */
  z.strictObject({
    kind: z.literal('answerCall'),
    call: kindSchemas.callHandle,
    failure: z.optional(CallFailureReason),
  }),
] as const;

/** What another player does, on a client of their own that the simulator plays. */
const peerEvents = [
  z.strictObject({
    kind: z.literal('peerIssuesTicket'),
    steamId: kindSchemas.steamId,
    /** App that the peer plays; the user's where it is missing. Only the first event of a peer chooses it. */
    appId: z.optional(kindSchemas.appId),
    remote: kindSchemas.remoteIdentity,
  }),
  z.strictObject({
    kind: z.literal('peerCancelsTicket'),
    steamId: kindSchemas.steamId,
    handle: kindSchemas.ticketHandle,
  }),
  /** The peer checks a ticket of somebody else's, given in hex. */
  z.strictObject({
    kind: z.literal('peerBeginsSession'),
    steamId: kindSchemas.steamId,
    appId: z.optional(kindSchemas.appId),
    ticketHex: z.string().check(z.maxLength(8192), z.regex(/^([0-9a-f]{2})*$/i)),
    ofSteamId: kindSchemas.steamId,
  }),
  z.strictObject({
    kind: z.literal('peerEndsSession'),
    steamId: kindSchemas.steamId,
    ofSteamId: kindSchemas.steamId,
  }),
  /** The peer's game ends without taking back its tickets. */
  z.strictObject({ kind: z.literal('peerLeaves'), steamId: kindSchemas.steamId }),
] as const;

export type AccountEvent = z.infer<(typeof accountEvents)[number]>;

export type AnswerEvent = z.infer<(typeof answerEvents)[number]>;

export type PeerEvent = z.infer<(typeof peerEvents)[number]>;

/** Something that happens, as the world would do it. */
export const SimulationEvent = z.discriminatedUnion('kind', [
  ...accountEvents,
  ...answerEvents,
  ...peerEvents,
]);
export type SimulationEvent = z.infer<typeof SimulationEvent>;

export function isAnswerEvent(event: SimulationEvent): event is AnswerEvent {
  return answerEvents.some(({ shape }) => shape.kind.def.values[0] === event.kind);
}

export function isPeerEvent(event: SimulationEvent): event is PeerEvent {
  return peerEvents.some(({ shape }) => shape.kind.def.values[0] === event.kind);
}
