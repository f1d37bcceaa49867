import type { Failure, Outcome } from '../outcome.ts';
import type { Packing } from './user-callbacks.ts';
import type { UserFunctionArgs, UserFunctionName, UserFunctionResult } from './user-functions.ts';

/**
 * The port to Steam.
 *
 * Whoever implements it promises:
 *
 * - A client exists only while it is initialised. Opening one (see `OpenSteam`) either gives a client that answers or a
 *   failure; there is no half-open state, so no caller has to ask "is it ready?".
 * - `call` answers at once and never throws. What Steam answers is the value, also when it is Steam's word for failure
 *   (an invalid handle, `false`, an `EResult`). `ok: false` is for what is not Steam's answer: the call could not be
 *   made, or the simulator does not know it (`not-simulated`). Arguments were checked against the table before.
 * - `drain` runs one frame and hands over what arrived, oldest first, each message once. The bytes are the caller's to
 *   keep. It never blocks and never gives more than `limit`; the rest comes the next time.
 * - After `close` nothing native is called any more: `call` answers `not-connected`, `drain` gives nothing. Closing twice
 *   is allowed.
 *
 * 64-bit numbers are decimal text, addresses dotted text, bytes `Uint8Array`.
 */
export interface SteamClient {
  readonly kind: ClientKind;
  readonly appId: number;
  /** How this client's callbacks are laid out. */
  readonly packing: Packing;
  call<Name extends UserFunctionName>(
    name: Name,
    args: UserFunctionArgs<Name>,
  ): Outcome<UserFunctionResult<Name>>;
  drain(limit: number): readonly SteamMessage[];
  /** What the binding offers beside ISteamUser. Fields that Steam does not give are undefined. */
  details(): ClientDetails;
  close(): void;
}

/** `steam` is Valve's library and a Steam client; `simulated` is the simulator of the bench. */
export type ClientKind = 'steam' | 'simulated';

/** Something that arrived from Steam. */
export type SteamMessage =
  | { readonly kind: 'callback'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'callResult'; readonly call: string; readonly id: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'callFailure';
      readonly call: string;
      readonly id: number;
      /** ESteamAPICallFailure: -1 none, 0 Steam gone, 1 network, 2 invalid handle, 3 mismatched callback. */
      readonly reason: number;
    };

export interface ClientDetails {
  readonly personaName?: string | undefined;
  /** Two letters of ISO 3166-1, by the user's address. */
  readonly country?: string | undefined;
  readonly appOwner?: string | undefined;
  readonly buildId?: number | undefined;
  readonly language?: string | undefined;
  readonly isSteamDeck?: boolean | undefined;
}

/** Opens a client for an app, or says why that is not possible. Never throws. */
export type OpenSteam = (appId: number) => Promise<Outcome<SteamClient>>;

/** ESteamAPICallFailure, by number. */
export const callFailureNames: Readonly<Record<number, string>> = {
  [-1]: 'None',
  0: 'SteamGone',
  1: 'NetworkFailure',
  2: 'InvalidHandle',
  3: 'MismatchedCallback',
};

export const notConnected: { readonly ok: false; readonly error: Failure } = {
  ok: false,
  error: {
    code: 'not-connected',
    message: 'No Steam client is connected.',
    remedy: 'Connect on the Connection panel first.',
  },
};
