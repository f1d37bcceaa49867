import type { SteamIdText } from '../steam/steam-id.ts';
import { OWNERSHIP_TICKET_VERSION } from './ticket-bytes.ts';
import type { ReadTicket } from './ticket-reader.ts';

/** EBeginAuthSessionResult. */
export const beginResults = {
  ok: 0,
  invalidTicket: 1,
  duplicateRequest: 2,
  invalidVersion: 3,
  gameMismatch: 4,
  expiredTicket: 5,
} as const;

/**
 * What the client says of a ticket without asking Steam's servers.
 *
 * It looks at the bytes first and at its own sessions last. It does not see whether Steam ever issued the ticket: that is
 * for the verdict.
 */
export function inspectTicket(
  ticket: ReadTicket | undefined,
  asked: {
    readonly steamId: SteamIdText;
    readonly appId: number;
    /** Simulated milliseconds since 1970. */
    readonly now: number;
    readonly hasSession: boolean;
  },
): number {
  if (ticket === undefined) return beginResults.invalidTicket;
  if (ticket.version !== OWNERSHIP_TICKET_VERSION) return beginResults.invalidVersion;
  if (ticket.steamId !== asked.steamId) return beginResults.invalidTicket;
  if (ticket.appId !== asked.appId) return beginResults.gameMismatch;
  if (asked.now >= ticket.expiresAt * 1000) return beginResults.expiredTicket;
  return asked.hasSession ? beginResults.duplicateRequest : beginResults.ok;
}
