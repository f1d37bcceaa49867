import type { SteamIdText } from '../steam/steam-id.ts';
import type { NetworkClient } from './network.ts';
import type { Verdict } from './verdict.ts';

/** A session that was begun and not ended. */
export interface AuthSession {
  /** From 1, in the order of beginning. */
  readonly number: number;
  /** Who checks. */
  readonly verifier: NetworkClient;
  /** Whose ticket it is. */
  readonly steamId: SteamIdText;
  readonly appId: number;
  readonly token: bigint | undefined;
  readonly beganAt: number;
  /** What the verifier heard last. */
  readonly told: Verdict | undefined;
  /** A verdict that is settled but on its way, or held back while the verifier is offline. */
  readonly upcoming: Verdict | undefined;
  /** The verifier was offline when the verdict was due: it comes once they are connected again. */
  readonly isHeld: boolean;
}

/** The open auth sessions of the network, oldest first. */
export interface SessionRegister {
  open(session: Pick<AuthSession, 'verifier' | 'steamId' | 'appId' | 'token' | 'beganAt'>): AuthSession;
  all(): readonly AuthSession[];
  find(number: number): AuthSession | undefined;
  /** The session of a client with a player. */
  between(clientNumber: number, steamId: SteamIdText): AuthSession | undefined;
  change(number: number, change: Partial<Pick<AuthSession, 'told' | 'upcoming' | 'isHeld'>>): void;
  end(clientNumber: number, steamId: SteamIdText): void;
  endAllOf(clientNumber: number): void;
}

export function createSessionRegister(onChanged: () => void): SessionRegister {
  let sessions: readonly AuthSession[] = [];
  let count = 0;

  const keep = (isKept: (session: AuthSession) => boolean): void => {
    const kept = sessions.filter(isKept);
    if (kept.length === sessions.length) return;
    sessions = kept;
    onChanged();
  };

  return {
    open(session) {
      count += 1;
      const opened = { ...session, number: count, told: undefined, upcoming: undefined, isHeld: false };
      sessions = [...sessions, opened];
      onChanged();
      return opened;
    },
    all: () => sessions,
    find: (number) => sessions.find((session) => session.number === number),
    between: (clientNumber, steamId) =>
      sessions.find(({ verifier, steamId: id }) => verifier.number === clientNumber && id === steamId),
    change(number, change) {
      sessions = sessions.map((session) => (session.number === number ? { ...session, ...change } : session));
      onChanged();
    },
    end: (clientNumber, steamId) =>
      keep(({ verifier, steamId: id }) => verifier.number !== clientNumber || id !== steamId),
    endAllOf: (clientNumber) => keep(({ verifier }) => verifier.number !== clientNumber),
  };
}
