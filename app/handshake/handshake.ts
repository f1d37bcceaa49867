import * as z from 'zod/mini';
import type { SteamIdText } from '../steam/steam-id.ts';

/** Where benches meet when nobody says otherwise. */
export const DEFAULT_HANDSHAKE_PORT = 27480;

/** What one bench found of another one's ticket: the immediate result, then Steam's verdict. */
export interface Finding {
  /** Who checked. */
  readonly verifierId: SteamIdText;
  /** Whose ticket it was. */
  readonly playerId: SteamIdText;
  /** EBeginAuthSessionResult; undefined while the ticket is on its way, or was never sent. */
  readonly begin: number | undefined;
  /** EResult of callback 163 at the player, where Steam did not confirm the ticket: it was not sent then. */
  readonly refusedTicket?: number;
  /** EAuthSessionResponse of the latest verdict; undefined while none has come. */
  readonly response: number | undefined;
  readonly ownerId: SteamIdText | undefined;
  /** By the clock of the bench that shows it. */
  readonly at: number;
}

/** `here`: heard of lately. `left`: said goodbye. `vanished`: not heard of for too long, or its line broke. */
export type PlayerState = 'here' | 'left' | 'vanished';

export interface HandshakePlayer {
  readonly steamId: SteamIdText;
  /** As the player's bench says: nobody has checked it. */
  readonly personaName: string | undefined;
  readonly isMe: boolean;
  readonly isHost: boolean;
  readonly isSimulated: boolean;
  readonly state: PlayerState;
  readonly joinedAt: number;
  readonly leftAt?: number;
  /** Of the last heartbeat between that bench and the host. */
  readonly roundTripMs?: number;
}

/** Why somebody's knock or message was refused; told in the journal as well. */
export interface Refusal {
  readonly at: number;
  readonly from: string;
  readonly reason:
    | 'wrong-code'
    | 'wrong-version'
    | 'wrong-app'
    | 'other-steam'
    | 'garbage'
    | 'oversize'
    | 'flood'
    | 'duplicate-player'
    | 'full'
    | 'too-slow';
}

export interface HandshakeState {
  readonly state: 'none' | 'opening' | 'hosting' | 'joining' | 'joined';
  /** Where the host listens: `127.0.0.1:27480`, and the addresses of the network where it is open to that. */
  readonly addresses: readonly string[];
  /** What a player has to know to join; only the host has it. Short-lived: another one for each meeting. */
  readonly code: string | undefined;
  readonly isOpenToNetwork: boolean;
  readonly players: readonly HandshakePlayer[];
  readonly findings: readonly Finding[];
  /** Newest first, the last 20. */
  readonly refusals: readonly Refusal[];
  /** Why the last meeting ended, where this bench did not leave it. */
  readonly ending?: string;
  readonly isSimulated: boolean;
}

export const noHandshake: HandshakeState = {
  state: 'none',
  addresses: [],
  code: undefined,
  isOpenToNetwork: false,
  players: [],
  findings: [],
  refusals: [],
  isSimulated: false,
};

/** Where to join: `127.0.0.1:27480`, or a name or IPv6 address in brackets before the colon. */
export const JoinRequest = z.strictObject({
  address: z.string().check(z.maxLength(260)),
  code: z.string().check(z.maxLength(40)),
});
export type JoinRequest = z.infer<typeof JoinRequest>;
