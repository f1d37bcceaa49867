import type { Failure } from '../outcome.ts';
import type { ClientKind } from '../steam/steam-client.ts';
import type { SteamIdText } from '../steam/steam-id.ts';

export type SessionState = 'disconnected' | 'connecting' | 'connected' | 'failed';

/** Where an app id came from. */
export type AppIdSource =
  'command line' | 'SteamAppId environment variable' | 'steam_appid.txt' | 'default' | 'window';

/** What `session.get` answers: whom the bench talks to now. */
export interface SessionSnapshot {
  readonly state: SessionState;
  /** The client in use, or the one that was tried or will be tried next. */
  readonly client: ClientKind;
  readonly appId: number;
  readonly appIdSource: AppIdSource;
  readonly steamId?: SteamIdText;
  readonly personaName?: string;
  /** Why it failed; while connected, what has gone wrong with the client since. */
  readonly failure?: Failure;
  /** Present where the simulator stands in because Steam did not answer at start: why Steam was not used. */
  readonly fallback?: Failure;
}
