import * as z from 'zod/mini';
import { isAddressText } from './address.ts';
import type { SteamIdText } from './steam-id.ts';
import { isUint64Text } from './uint64.ts';

/**
 * The kinds of value that go into and come out of ISteamUser, once: their type, their check, how they are shown.
 *
 * `user-functions.ts` and `user-callbacks.ts` are made of these names.
 */
export interface ValueKinds {
  int32: number;
  uint32: number;
  uint16: number;
  bool: boolean;
  /** A file path or other text of Steam's. */
  text: string;
  bytes: Uint8Array;
  steamId: SteamIdText;
  /** Any other unsigned 64-bit number, in decimal. */
  uint64: string;
  appId: number;
  /** Dotted IPv4. */
  address: string;
  port: number;
  /** Unix time in seconds; 0 stands for none. */
  unixTime: number;
  /** Handle of a ticket; 0 is invalid. */
  ticketHandle: number;
  /** Handle of a pending call result, in decimal; "0" is invalid. */
  callHandle: string;
  remoteIdentity: RemoteIdentity | undefined;
  nothing: null;
}

export type ValueKind = keyof ValueKinds;

/** For whom a session ticket is meant; the field that is present says which. */
export type RemoteIdentity =
  | { readonly steamId: SteamIdText }
  | { readonly ip: string; readonly port: number }
  | { readonly name: string };

/** Longest bytes that a call takes: far above any ticket or voice packet, small enough to copy freely. */
export const LARGEST_BYTES = 1 << 20;

/** Longest name in a SteamNetworkingIdentity, in bytes of UTF-8. */
export const LONGEST_IDENTITY_NAME = 31;

const integer = (lowest: number, highest: number) => {
  const message = `must be a whole number from ${lowest} to ${highest}`;
  return z.int(message).check(z.minimum(lowest, message), z.maximum(highest, message));
};

const uint32 = integer(0, 0xffffffff);
const port = integer(0, 65535);
const addressMessage = 'must be a dotted IPv4 address such as 127.0.0.1';
const address = z.string(addressMessage).check(z.refine(isAddressText, addressMessage));
const uint64Message = 'must be an unsigned 64-bit number in decimal, as text';
const uint64 = z.string(uint64Message).check(z.refine(isUint64Text, uint64Message));

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

const identityName = z.string().check(
  z.minLength(1, 'must not be empty'),
  z.refine((text) => utf8Length(text) <= LONGEST_IDENTITY_NAME, `must fit in ${LONGEST_IDENTITY_NAME} bytes`),
  z.refine((text) => !text.includes('\0'), 'must not hold a NUL character'),
);

/** The check that a value of each kind has to pass on its way in. */
export const kindSchemas = {
  int32: integer(-0x80000000, 0x7fffffff),
  uint32,
  uint16: port,
  bool: z.boolean('must be true or false'),
  text: z.string().check(
    z.maxLength(8192, 'must be at most 8192 characters'),
    z.refine((text) => !text.includes('\0'), 'must not hold a NUL character'),
  ),
  bytes: z
    .instanceof(Uint8Array, { error: 'must be bytes, as Uint8Array' })
    .check(z.refine((bytes) => bytes.length <= LARGEST_BYTES, `must be at most ${LARGEST_BYTES} bytes`)),
  steamId: uint64,
  uint64,
  appId: uint32,
  address,
  port,
  unixTime: uint32,
  ticketHandle: uint32,
  callHandle: uint64,
  remoteIdentity: z.optional(
    z.union(
      [
        z.strictObject({ steamId: uint64 }),
        z.strictObject({ ip: address, port }),
        z.strictObject({ name: identityName }),
      ],
      'must be { steamId }, { ip, port } or { name }, with right values',
    ),
  ),
  nothing: z.null(),
} as const satisfies Record<ValueKind, z.ZodMiniType>;
