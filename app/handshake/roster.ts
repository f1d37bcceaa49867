import type { SteamIdText } from '../steam/steam-id.ts';
import type { Finding, HandshakePlayer, PlayerState } from './handshake.ts';
import type { WireFinding, WirePlayer } from './messages.ts';

/** One stay of one player: who comes back sits down anew. */
export interface Seat {
  readonly number: number;
  readonly steamId: SteamIdText;
  readonly personaName: string | undefined;
  readonly isMe: boolean;
  readonly isHost: boolean;
  readonly isSimulated: boolean;
  readonly state: PlayerState;
  readonly joinedAt: number;
  readonly leftAt?: number;
  readonly roundTripMs?: number;
}

/** Players who are gone and still shown. */
const GONE_KEPT = 32;

/** Who is in the meeting and what each found of the others. */
export interface Roster {
  /** What was known of an earlier stay of the same player is forgotten. */
  sit(seat: Omit<Seat, 'state'>): Seat;
  find(seat: number): Seat | undefined;
  /** Those who are here, in the order in which they came. */
  here(): readonly Seat[];
  rise(seat: number, state: 'left' | 'vanished', at: number): Seat | undefined;
  timed(seat: number, roundTripMs: number): void;
  /** Whether both are known and it says something new. */
  note(finding: WireFinding, at: number): boolean;
  players(): readonly HandshakePlayer[];
  findings(): readonly Finding[];
  /** Everything found by those who are here, as it travels. */
  wireFindings(): readonly WireFinding[];
}

export function createRoster(): Roster {
  const seats = new Map<number, Seat>();
  const findings = new Map<string, WireFinding & { readonly at: number }>();

  const forget = (gone: number): void => {
    seats.delete(gone);
    for (const [key, { verifier, player }] of findings) {
      if (verifier === gone || player === gone) findings.delete(key);
    }
  };
  const here = (): readonly Seat[] => [...seats.values()].filter(({ state }) => state === 'here');

  return {
    here,
    find: (seat) => seats.get(seat),
    sit(given) {
      for (const known of [...seats.values()]) {
        if (known.steamId === given.steamId) forget(known.number);
      }
      const seat: Seat = { ...given, state: 'here' };
      seats.set(seat.number, seat);
      return seat;
    },
    rise(number, state, at) {
      const seat = seats.get(number);
      if (seat?.state !== 'here') return undefined;
      const { roundTripMs: _roundTripMs, ...rest } = seat;
      const gone: Seat = { ...rest, state, leftAt: at };
      seats.set(number, gone);
      const [oldest, ...others] = [...seats.values()].filter((one) => one.state !== 'here');
      if (oldest !== undefined && others.length >= GONE_KEPT) forget(oldest.number);
      return gone;
    },
    timed(number, roundTripMs) {
      const seat = seats.get(number);
      if (seat?.state === 'here') seats.set(number, { ...seat, roundTripMs });
    },
    note(finding, at) {
      if (finding.verifier === finding.player) return false;
      if (!seats.has(finding.verifier) || !seats.has(finding.player)) return false;
      const key = `${finding.verifier} ${finding.player}`;
      const known = findings.get(key);
      // What was begun with a ticket stands: the ticket came.
      if (finding.refusedTicket !== undefined && known?.begin !== undefined) return false;
      const isNews =
        known === undefined ||
        known.begin !== finding.begin ||
        known.refusedTicket !== finding.refusedTicket ||
        known.response !== finding.response ||
        known.owner !== finding.owner;
      if (isNews) findings.set(key, { ...finding, at });
      return isNews;
    },
    players: () => [...seats.values()].map(({ number: _number, ...player }): HandshakePlayer => player),
    findings: () =>
      [...findings.values()].flatMap(
        ({ verifier, player, begin, response, owner, refusedTicket, at }): Finding[] => {
          const verifierId = seats.get(verifier)?.steamId;
          const playerId = seats.get(player)?.steamId;
          if (verifierId === undefined || playerId === undefined) return [];
          return [
            {
              verifierId,
              playerId,
              begin,
              response,
              ownerId: owner,
              at,
              ...(refusedTicket !== undefined && { refusedTicket }),
            },
          ];
        },
      ),
    wireFindings: () =>
      [...findings.values()].flatMap(({ at: _at, ...finding }) =>
        [finding.verifier, finding.player].every((number) => seats.get(number)?.state === 'here')
          ? [finding]
          : [],
      ),
  };
}

export function wirePlayer({ number, steamId, personaName, isHost, roundTripMs }: Seat): WirePlayer {
  return {
    seat: number,
    steamId,
    isHost,
    ...(personaName !== undefined && { name: personaName }),
    ...(roundTripMs !== undefined && { roundTripMs }),
  };
}
