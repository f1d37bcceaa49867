import type { Failure } from '../outcome.ts';
import type { AppIdSource } from '../session/session.ts';

/** What was found out about the machine without initialising Steam. Places are shown as they are given here. */
export interface InitFacts {
  readonly platform: { readonly system: string; readonly processor: string; readonly isSupported: boolean };
  readonly library:
    | { readonly kind: 'loads'; readonly place: string }
    | { readonly kind: 'missing'; readonly message: string }
    | { readonly kind: 'doesNotLoad'; readonly message: string }
    | { readonly kind: 'none' };
  readonly clientModule:
    | { readonly kind: 'found'; readonly place: string; readonly target: string }
    | { readonly kind: 'missing'; readonly place: string }
    /** A symbolic link whose target is not there: Steam was removed or moved. */
    | { readonly kind: 'dangling'; readonly place: string; readonly target: string }
    /** Not where it usually is, which proves nothing on this system. */
    | { readonly kind: 'unknown'; readonly place: string | undefined };
  /** What Valve's library says; undefined where it could not be asked. */
  readonly isSteamRunning: boolean | undefined;
  readonly appId: {
    readonly inUse: number;
    readonly source: AppIdSource;
    /** What stands in the environment variable SteamAppId and in steam_appid.txt of the working folder. */
    readonly inEnvironment: string | undefined;
    readonly inFile: string | undefined;
  };
  /** Why the last connect failed; undefined where none did. */
  readonly lastFailure: Failure | undefined;
  readonly isConnectedNatively: boolean;
}
