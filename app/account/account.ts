import type { ClientDetails } from '../steam/steam-client.ts';

/** The yes-or-no questions about an account; undefined until asked or where the client cannot answer. */
export interface AccountLamps {
  readonly loggedOn?: boolean;
  readonly isBehindNAT?: boolean;
  readonly isPhoneVerified?: boolean;
  readonly isPhoneIdentifying?: boolean;
  readonly isPhoneRequiringVerification?: boolean;
  readonly isTwoFactorEnabled?: boolean;
}

export interface BadgeLevel {
  readonly series: number;
  /** 0 to 5; undefined where the client cannot answer. */
  readonly regular: number | undefined;
  /** 0 or 1. */
  readonly foil: number | undefined;
}

/** One stretch of the connection's history. */
export interface ConnectionStretch {
  readonly from: number;
  /** Undefined while it lasts. */
  readonly to: number | undefined;
  /** `failing`: Steam tries and fails to connect to its servers. `absent`: the bench has no client. */
  readonly state: 'online' | 'offline' | 'failing' | 'absent';
  /** The EResult that ended the connection or the attempt. */
  readonly result?: number;
}

/** What the Account & network panel shows. */
export interface AccountSnapshot {
  readonly lamps: AccountLamps;
  readonly steamLevel: number | undefined;
  readonly badges: readonly BadgeLevel[];
  readonly details: ClientDetails;
  readonly userDataFolder: string | undefined;
  readonly history: readonly ConnectionStretch[];
  /** When the values were read; undefined before the first time. */
  readonly readAt: number | undefined;
}
