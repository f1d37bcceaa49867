import type { Asking, AskFailed } from './question.ts';

/** An address that logs a browser in to the store: a credential, which the card does not hold. */
export interface StoreUrlCard {
  readonly number: number;
  readonly redirect: string;
  readonly askedAt: number;
  /**
   * `failed`: Steam said so, or gave an empty address. `refused`: it took no question. `unanswered`: nothing came in time.
   * `lost`: the client is gone.
   */
  readonly state: 'waiting' | 'answered' | 'failed' | 'refused' | 'unanswered' | 'lost';
  readonly deadline: number;
  readonly answeredAt?: number;
  /** ESteamAPICallFailure. */
  readonly reason?: number;
  readonly lengthCharacters?: number;
  /** Scheme and host: enough to see where it leads. */
  readonly origin?: string;
  readonly isSimulated: boolean;
}

/** Callback 152: the user answered the question for a purchase. */
export interface MicrotransactionAnswer {
  readonly at: number;
  readonly appId: number;
  readonly orderId: string;
  readonly isAuthorized: boolean;
  readonly seq: number;
  readonly isSimulated: boolean;
}

/** Call result 166. */
export interface MarketReading {
  readonly at: number;
  readonly isAllowed: boolean;
  /** EMarketNotAllowedReasonFlags. */
  readonly notAllowedReason: number;
  /** Milliseconds since 1970; undefined where Steam names no time. */
  readonly allowedAt: number | undefined;
  readonly daysSteamGuardRequired: number;
  readonly daysNewDeviceCooldown: number;
  readonly seq: number;
  readonly isSimulated: boolean;
}

/** Callback 164: the overlay's browser went to an address of the game's own scheme. */
export interface WebCallback {
  readonly number: number;
  readonly at: number;
  readonly lengthCharacters: number;
  /** The scheme alone: what follows may be a credential. */
  readonly scheme: string;
  readonly seq: number;
  readonly isSimulated: boolean;
}

export interface StoreState {
  /** Each newest first, the last 50. */
  readonly urls: readonly StoreUrlCard[];
  readonly microtransactions: readonly MicrotransactionAnswer[];
  readonly webCallbacks: readonly WebCallback[];
  readonly market: MarketReading | undefined;
  readonly marketAsking: Asking | undefined;
  readonly marketFailed: AskFailed | undefined;
}

export const emptyStore: StoreState = {
  urls: [],
  microtransactions: [],
  webCallbacks: [],
  market: undefined,
  marketAsking: undefined,
  marketFailed: undefined,
};
