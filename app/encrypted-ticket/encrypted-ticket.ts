import * as z from 'zod/mini';
import type { OwnershipTicket } from '../tickets/reading/reading.ts';

/** Steam gives one encrypted ticket in that time. */
export const REQUEST_INTERVAL_MS = 60_000;

/** AES-256. */
export const KEY_BYTES = 32;

/** One request, with its end. */
export interface EncryptedRequest {
  readonly number: number;
  readonly askedAt: number;
  readonly userDataBytes: number;
  /** `answered` also where the result is not OK; `failed`: the call result came to nothing (`reason`). */
  readonly state: 'waiting' | 'answered' | 'failed' | 'unanswered' | 'lost';
  readonly deadline: number;
  readonly answeredAt?: number;
  /** EResult of call result 154. */
  readonly result?: number;
  /** ESteamAPICallFailure. */
  readonly reason?: number;
  readonly isSimulated: boolean;
}

/** What came out of a ticket with the key. The user data is the user's own; it is shown back. */
export interface Decryption {
  readonly at: number;
  /** The ticket that was fetched last, or one that was given. */
  readonly source: 'fetched' | 'given';
  readonly userDataHex: string;
  readonly ownership: OwnershipTicket;
  readonly isSimulated: boolean;
}

/** The key that main holds in memory: where it came from, never what it is. */
export interface HeldKey {
  readonly source: 'typed' | 'file' | 'simulator';
  /** Of the file. */
  readonly name?: string;
}

export interface EncryptedTicketState {
  /** Newest first, the last 50. */
  readonly requests: readonly EncryptedRequest[];
  /**
   * When Steam grants the next one: 60 s after the last request that it granted. Where it refused one as too early and
   * the bench knows of no grant: 60 s after that one, the latest that it can be. Undefined or past: now.
   */
  readonly nextAllowedAt: number | undefined;
  /** The ticket that was fetched. */
  readonly ticket?: { readonly fetchedAt: number; readonly sizeBytes: number; readonly isSimulated: boolean };
  readonly key?: HeldKey;
  readonly decryption?: Decryption;
}

export const noEncryptedTicket: EncryptedTicketState = { requests: [], nextAllowedAt: undefined };

/** 32 bytes as 64 hex digits, as the array that Steamworks shows, or as Base64; white space is dropped. */
export const KeyText = z.string().check(z.maxLength(400));
