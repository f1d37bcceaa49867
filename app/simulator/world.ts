import type { SteamIdText } from '../steam/steam-id.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';
import type { AnsweredFunction, AnswerOutcome, CallResultFunction } from './answer-knobs.ts';
import type { Faults } from './fault-knobs.ts';
import type { VoiceCard } from './voice/voice-card.ts';

/** What goes on in a simulation beside its accounts. Times in simulated milliseconds since 1970. */
export interface SimulatedWorld {
  /** As of this snapshot: the passing of time alone is not told of. */
  readonly clock: { readonly now: number; readonly rate: number; readonly isPaused: boolean };
  readonly faults: Faults;
  /** Answers that were chosen beforehand and wait for their call. */
  readonly nextAnswers: readonly ScriptedAnswer[];
  readonly pendingCalls: readonly PendingCallCard[];
  /** Oldest first. */
  readonly sessions: readonly SessionCard[];
  readonly tickets: {
    readonly issued: number;
    readonly live: number;
    /** The newest ones, newest first. */
    readonly recent: readonly SimulatedTicketCard[];
  };
  /** Other players whom the simulator plays. */
  readonly peers: readonly PeerCard[];
  /** Of the account that is logged in. */
  readonly playTime: PlayTimeCard;
  /** The newest ones, newest first. */
  readonly storeUrls: readonly StoreUrlCard[];
  readonly gameConnections: readonly GameConnectionCard[];
  /** Of the accounts that had to do with voice; missing where the simulator has no codec. */
  readonly voices?: readonly VoiceCard[];
  /** The key that encrypted tickets are made with, in hex. Published: no secret. */
  readonly encryptedTicketKey: string;
}

export interface ScriptedAnswer {
  readonly steamId: SteamIdText;
  readonly name: AnsweredFunction;
  readonly outcome: AnswerOutcome;
}

/** A call result that has not come yet. */
export interface PendingCallCard {
  readonly call: string;
  readonly name: CallResultFunction;
  readonly steamId: SteamIdText;
  readonly askedAt: number;
  /** Undefined where the answer was lost. */
  readonly dueAt: number | undefined;
}

/** An open auth session. */
export interface SessionCard {
  /** Who began it. */
  readonly verifierId: SteamIdText;
  /** Whose ticket it is. */
  readonly steamId: SteamIdText;
  /** Handle of the ticket at the client that issued it; undefined where it was forged or is live no more. */
  readonly ticketHandle: number | undefined;
  readonly appId: number;
  readonly beganAt: number;
  /** Waiting for the first verdict, verified, or refused then or later. */
  readonly state: 'waiting' | 'verified' | 'refused';
  /** EAuthSessionResponse that was told last. */
  readonly response: number | undefined;
  readonly ownerId: SteamIdText | undefined;
}

export interface SimulatedTicketCard {
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly handle: number;
  readonly purpose: 'session' | 'webApi';
  readonly remote: RemoteIdentity | undefined;
  readonly issuedAt: number;
  readonly state: 'live' | 'cancelled' | 'clientGone';
  readonly isUsed: boolean;
}

export interface PeerCard {
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly tickets: readonly { readonly handle: number; readonly hex: string; readonly isLive: boolean }[];
  /** What the peer heard when it last began a session, EBeginAuthSessionResult. */
  readonly lastBeginResult: number | undefined;
}

export interface PlayTimeCard {
  /** EDurationControlOnlineState of the newest client; 0 where none was told. */
  readonly onlineState: number;
  readonly isCounting: boolean;
  readonly secondsLast5Hours: number;
  readonly secondsToday: number;
  readonly secondsRemaining: number;
  /** EDurationControlProgress. */
  readonly progress: number;
}

export interface StoreUrlCard {
  readonly steamId: SteamIdText;
  readonly url: string;
  readonly issuedAt: number;
  readonly staleAt: number;
  readonly isStale: boolean;
}

export interface GameConnectionCard {
  readonly steamId: SteamIdText;
  readonly serverId: SteamIdText;
  readonly serverIp: string;
  readonly serverPort: number;
  readonly secure: boolean;
  readonly since: number;
}
