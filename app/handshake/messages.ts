import * as z from 'zod/mini';
import { kindSchemas } from '../steam/value-kinds.ts';
import type { RefusalReason } from './refusals.ts';

/** Raised with every change to the messages: benches of different versions do not meet. */
export const HANDSHAKE_VERSION = 1;

/** Players in one meeting, the host included. */
export const MOST_PLAYERS = 32;

/** Findings in one message: what stays well below the longest message. */
export const FINDINGS_A_MESSAGE = 50;

/** Steam's own bound for names that players give themselves. */
export const LONGEST_NAME = 32;

const LARGEST_TICKET_BYTES = 4096;

const seat = z.int().check(z.minimum(1), z.maximum(1_000_000));
const milliseconds = z.number().check(z.minimum(0), z.maximum(600_000));
const enumValue = kindSchemas.int32;
const pulse = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const name = z.string().check(z.maxLength(LONGEST_NAME));
const ticket = z
  .string()
  .check(z.minLength(2), z.maxLength(LARGEST_TICKET_BYTES * 2), z.regex(/^(?:[0-9a-f]{2})+$/));

const finding = z.strictObject({
  verifier: seat,
  player: seat,
  begin: z.optional(enumValue),
  response: z.optional(enumValue),
  owner: z.optional(kindSchemas.steamId),
  refusedTicket: z.optional(enumValue),
});
/**
 * A finding as it travels: who they are is said by the numbers of their seats.
 *
 * The verifier tells what it found; the player tells that Steam did not confirm the ticket.
 */
export type WireFinding = z.infer<typeof finding>;

const player = z.strictObject({
  seat,
  steamId: kindSchemas.steamId,
  name: z.optional(name),
  isHost: z.boolean(),
  roundTripMs: z.optional(milliseconds),
});
/** A player as the host tells of them. A seat is given once: who comes back has another one. */
export type WirePlayer = z.infer<typeof player>;

/**
 * What a bench that joins sends.
 *
 * `hello` first and once; then tickets, each for the player in one seat, and what it found of the tickets of others.
 */
const guestMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    version: z.literal(HANDSHAKE_VERSION),
    code: z.string().check(z.maxLength(40)),
    appId: kindSchemas.appId,
    steamId: kindSchemas.steamId,
    name: z.optional(name),
    isSimulated: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('ticket'), to: seat, ticket }),
  z.strictObject({
    kind: z.literal('findings'),
    findings: z.array(finding).check(z.minLength(1), z.maxLength(FINDINGS_A_MESSAGE)),
  }),
  z.strictObject({ kind: z.literal('pong'), pulse }),
  z.strictObject({ kind: z.literal('bye') }),
]);
export type GuestMessage = z.infer<typeof guestMessage>;

const refusalReasons = [
  'wrong-code',
  'wrong-version',
  'wrong-app',
  'other-steam',
  'garbage',
  'oversize',
  'flood',
  'duplicate-player',
  'full',
  'too-slow',
] as const satisfies readonly RefusalReason[];

/** What the host sends: `welcome` first and once, or `refused` and nothing more. */
const hostMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'),
    seat,
    players: z.array(player).check(z.minLength(1), z.maxLength(MOST_PLAYERS)),
  }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(refusalReasons) }),
  z.strictObject({ kind: z.literal('joined'), player }),
  z.strictObject({ kind: z.literal('gone'), seat, state: z.enum(['left', 'vanished']) }),
  z.strictObject({ kind: z.literal('ticket'), from: seat, ticket }),
  z.strictObject({
    kind: z.literal('findings'),
    findings: z.array(finding).check(z.minLength(1), z.maxLength(FINDINGS_A_MESSAGE)),
  }),
  z.strictObject({
    kind: z.literal('ping'),
    pulse,
    roundTrips: z.array(z.strictObject({ seat, milliseconds })).check(z.maxLength(MOST_PLAYERS)),
  }),
  z.strictObject({ kind: z.literal('bye') }),
]);
export type HostMessage = z.infer<typeof hostMessage>;

const greeting = z.object({ kind: z.literal('hello'), version: z.number() });

/** Reads what a guest sent; `wrong-version` for the greeting of another version, whatever else is in it. */
export function readGuestMessage(text: string): GuestMessage | 'garbage' | 'wrong-version' {
  const value = parse(text);
  const read = guestMessage.safeParse(value);
  if (read.success) return read.data;
  const greeted = greeting.safeParse(value);
  return greeted.success && greeted.data.version !== HANDSHAKE_VERSION ? 'wrong-version' : 'garbage';
}

export function readHostMessage(text: string): HostMessage | 'garbage' {
  const read = hostMessage.safeParse(parse(text));
  return read.success ? read.data : 'garbage';
}

/** A persona as it may be sent: one line, bounded, without characters that steer a display. */
export function boundedName(persona: string | undefined): string | undefined {
  const plain = persona?.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  if (plain === undefined || plain === '') return undefined;
  let name = '';
  for (const character of plain) {
    if (name.length + character.length > LONGEST_NAME) break;
    name += character;
  }
  return name;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
