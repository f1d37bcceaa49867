import { toHex } from '../steam/hex.ts';
import { ENCRYPTED_TICKET_KEY } from './encrypted-ticket-bytes.ts';
import type { Network } from './network.ts';
import { durationFields } from './play-times.ts';
import type { AuthSession } from './session-register.ts';
import { responses } from './verdict.ts';
import type { PeerCard, PlayTimeCard, SessionCard, SimulatedWorld } from './world.ts';

/** Of long lists a snapshot has the newest: it goes over to the page with every change. */
const MOST_TICKETS = 20;
const MOST_SESSIONS = 100;
const MOST_CALLS = 100;

/** The simulated world as it is now, sharing nothing that can be written to. */
export function describeWorld(
  network: Network,
  steamId: string,
  clock: { readonly rate: number; readonly isPaused: boolean },
  peers: readonly PeerCard[],
): SimulatedWorld {
  const now = network.clock.now();
  return {
    clock: { now, ...clock },
    faults: structuredCopy(network.answers.faults()),
    nextAnswers: network.answers.chosen(),
    pendingCalls: network.calls
      .all()
      .slice(-MOST_CALLS)
      .map(({ call, name, steamId: askedBy, askedAt, dueAt }) => ({
        call,
        name,
        steamId: askedBy,
        askedAt,
        dueAt,
      })),
    sessions: network.sessions
      .all()
      .slice(-MOST_SESSIONS)
      .map((session) => describeSession(network, session)),
    tickets: {
      ...network.tickets.counts(),
      recent: network.tickets.recent(MOST_TICKETS).map((ticket) => ({
        steamId: ticket.steamId,
        appId: ticket.appId,
        handle: ticket.handle,
        purpose: ticket.purpose,
        remote: ticket.remote,
        issuedAt: ticket.issuedAt,
        state: ticket.ended ?? 'live',
        isUsed: ticket.usedBy !== undefined,
      })),
    },
    peers,
    playTime: describePlayTime(network, steamId),
    storeUrls: network.storeUrls.all().map((url) => ({ ...url, isStale: url.staleAt <= now })),
    gameConnections: network.gameConnections
      .all()
      .map(({ clientNumber: _clientNumber, ...connection }) => connection),
    encryptedTicketKey: toHex(ENCRYPTED_TICKET_KEY),
  };
}

function structuredCopy(faults: ReturnType<Network['answers']['faults']>) {
  return {
    ...faults,
    latencyMs: { ...faults.latencyMs },
    failCalls: { ...faults.failCalls },
    dropConnection: { ...faults.dropConnection },
  };
}

function describeSession(
  { tickets }: Network,
  { verifier, steamId, token, appId, beganAt, told }: AuthSession,
): SessionCard {
  const ticket = token === undefined ? undefined : tickets.find(token);
  const isLive = ticket?.steamId === steamId && ticket.ended === undefined;
  return {
    verifierId: verifier.steamId,
    steamId,
    ticketHandle: isLive ? ticket.handle : undefined,
    appId,
    beganAt,
    state: told === undefined ? 'waiting' : told.response === responses.ok ? 'verified' : 'refused',
    response: told?.response,
    ownerId: told?.ownerId,
  };
}

function describePlayTime(network: Network, steamId: string): PlayTimeCard {
  const time = network.playTimes.read(steamId);
  const newest = network.clientsOf(steamId).at(-1);
  const fields = durationFields(network.accounts.find(steamId), time, 0);
  return {
    onlineState: newest === undefined ? 0 : network.playTimes.onlineState(newest),
    isCounting: time.isCounting,
    secondsLast5Hours: Math.floor(time.stretchMs / 1000),
    secondsToday: Math.floor(time.todayMs / 1000),
    secondsRemaining: fields.secondsRemaining,
    progress: fields.progress,
  };
}
