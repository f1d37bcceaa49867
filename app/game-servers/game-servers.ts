import type { SteamIdText } from '../steam/steam-id.ts';

/** AdvertiseGame: what friends are told of where one plays. */
export interface Advertisement {
  readonly at: number;
  readonly serverId: SteamIdText;
  readonly serverIp: string;
  readonly serverPort: number;
  readonly isSimulated: boolean;
}

export type LegacyConnectionState = 'open' | 'refused' | 'replaced' | 'terminated' | 'denied' | 'lost';

/** InitiateGameConnection: a connection by the old way. */
export interface LegacyConnection {
  readonly number: number;
  readonly at: number;
  readonly serverId: SteamIdText;
  readonly serverIp: string;
  readonly serverPort: number;
  readonly isSecure: boolean;
  /** 0 where Steam gave none. The blob is a credential: main holds it while the connection is open. */
  readonly blobBytes: number;
  /**
   * `refused`: Steam gave no blob. `replaced`: a later one goes to the same place. `terminated`: by the game. `denied`:
   * by Steam. `lost`: the client is gone.
   */
  readonly state: LegacyConnectionState;
  readonly endedAt?: number;
  /** EDenyReason, where it was denied. */
  readonly denyReason?: number;
  readonly isSimulated: boolean;
}

/** Callback 113: the game has to leave the server. */
export interface ServerDeny {
  readonly at: number;
  readonly appId: number;
  readonly ip: string;
  readonly serverPort: number;
  readonly isSecure: boolean;
  /** EDenyReason. */
  readonly reason: number;
  readonly seq: number;
  readonly isSimulated: boolean;
}

export interface GameServerState {
  /** What is advertised now; undefined where nothing is, or where it was taken back. */
  readonly advertised: Advertisement | undefined;
  /** Each newest first, the last 50. */
  readonly connections: readonly LegacyConnection[];
  readonly denies: readonly ServerDeny[];
}

export const noGameServers: GameServerState = { advertised: undefined, connections: [], denies: [] };
