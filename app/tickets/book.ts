import type { SteamIdText } from '../steam/steam-id.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';

/**
 * Life of a ticket.
 *
 * `waiting`: issued, Steam has not confirmed it. `confirmed`: callback 163 or 168 said OK. `refused`: it said something
 * else. `unanswered`: it did not come in time. `cancelled`: taken back. `lost`: its client is gone.
 */
export type TicketState = 'waiting' | 'confirmed' | 'refused' | 'unanswered' | 'cancelled' | 'lost';

/** A session ticket is for another player or a server, a web API ticket for a web service. */
export type TicketKind = 'session' | 'webApi';

/** Somebody who checks a ticket: they began a session with it and have not ended it. */
export interface TicketHolder {
  readonly steamId: SteamIdText;
  /** How the bench knows: it began the session itself, a bench of the same handshake said so, or the simulator shows it. */
  readonly knownBy: 'own session' | 'handshake' | 'simulator';
}

/** A ticket as the window sees it: everything but its bytes, which are asked for one at a time. */
export interface TicketCard {
  /** Number in the book: handles may come again with another client. */
  readonly number: number;
  readonly kind: TicketKind;
  /** HAuthTicket. */
  readonly handle: number;
  /** 0 while a web API ticket waits: its bytes come with callback 168. */
  readonly sizeBytes: number;
  /** Of a session ticket: for whom it is, undefined for anyone. */
  readonly remote: RemoteIdentity | undefined;
  /** Of a web API ticket: the identity that the service has to give, undefined where none was given. */
  readonly serviceIdentity?: string;
  readonly state: TicketState;
  readonly issuedAt: number;
  /** When the wait for the callback ends. */
  readonly deadline: number;
  readonly answeredAt?: number;
  /** EResult of callback 163 or 168. */
  readonly result?: number;
  /** When it was cancelled or lost. */
  readonly endedAt?: number;
  readonly holders: readonly TicketHolder[];
  readonly isSimulated: boolean;
}

/** One verdict of Steam's on a session: callback 143. */
export interface SessionVerdict {
  readonly at: number;
  /** EAuthSessionResponse. */
  readonly response: number;
  /** Who owns the game; another than the player where it is borrowed. */
  readonly ownerId: SteamIdText;
  /** Milliseconds since the session began. */
  readonly afterMs: number;
}

/**
 * Life of an auth session.
 *
 * `notBegun`: BeginAuthSession answered something else than OK. `waiting`: it answered OK, the verdict has not come.
 * `unanswered`: it did not come in time. `verified`, `refused`: by the latest verdict. `ended`: by EndAuthSession.
 * `lost`: its client is gone.
 */
export type SessionState = 'notBegun' | 'waiting' | 'unanswered' | 'verified' | 'refused' | 'ended' | 'lost';

/** What UserHasLicenseForApp said of a player. */
export interface LicenceCheck {
  readonly appId: number;
  /** EUserHasLicenseForAppResult. */
  readonly result: number;
  readonly at: number;
}

/** A try to begin an auth session with somebody's ticket: the immediate result and the later verdicts. */
export interface AuthSessionCard {
  readonly number: number;
  /** Whose ticket it was said to be. */
  readonly steamId: SteamIdText;
  readonly ticketBytes: number;
  /** Number in the book, where the ticket is one of ours. */
  readonly ticketNumber?: number;
  readonly beganAt: number;
  /** EBeginAuthSessionResult. */
  readonly result: number;
  readonly state: SessionState;
  /** When the wait for the first verdict ends. */
  readonly deadline: number;
  /** Oldest first. Of many only the newest 20 are kept. */
  readonly verdicts: readonly SessionVerdict[];
  readonly licences: readonly LicenceCheck[];
  readonly endedAt?: number;
  readonly isSimulated: boolean;
}

export interface TicketBook {
  /** Newest first. */
  readonly tickets: readonly TicketCard[];
  /** Newest first. */
  readonly sessions: readonly AuthSessionCard[];
}
