import type { SteamIdText } from '../steam/steam-id.ts';

/** One check of a ticket with the web API, with its end. Never the key, never the ticket's bytes. */
export interface WebApiCheck {
  readonly number: number;
  readonly askedAt: number;
  readonly appId: number;
  readonly identity: string | undefined;
  /** Number in the book, where the ticket is one of ours. */
  readonly ticketNumber?: number;
  /** The address that was asked, without its parameters. */
  readonly address: string;
  readonly state: 'waiting' | 'answered' | 'failed';
  readonly tookMs?: number;
  /** HTTP status. */
  readonly status?: number;
  readonly answer?: WebApiAnswer;
  /** What it means and what is usually the cause. */
  readonly explanation?: Explanation;
  /** What the server sent, shortened; where it is JSON, set out. */
  readonly body?: string;
  readonly isTicketSimulated: boolean;
}

/** AuthenticateUserTicket's answer. */
export type WebApiAnswer =
  | {
      readonly kind: 'verified';
      readonly steamId: SteamIdText;
      readonly ownerSteamId: SteamIdText;
      readonly isVacBanned: boolean;
      readonly isPublisherBanned: boolean;
    }
  | { readonly kind: 'refused'; readonly errorCode: number; readonly errorText: string }
  | { readonly kind: 'notUnderstood' };

export interface Explanation {
  readonly tone: 'good' | 'warning' | 'fault';
  readonly title: string;
  readonly detail: string;
  readonly remedy?: string;
}

export interface WebApiState {
  /** `memory`: until the bench is closed. `stored`: encrypted by the system's key store. */
  readonly key: 'none' | 'memory' | 'stored';
  /** Whether this system can keep it encrypted; where not, why. */
  readonly canStoreKey: boolean;
  readonly whyNotStored?: string;
  /** Newest first, the last 20. */
  readonly checks: readonly WebApiCheck[];
}
