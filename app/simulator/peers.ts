import { fail, succeed, type Outcome } from '../outcome.ts';
import { fromHex, toHex } from '../steam/hex.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import type { PeerEvent } from './event-knobs.ts';
import type { PeerCard } from './world.ts';

/** What a peer's tickets are shown of: the newest ones. */
const MOST_TICKETS = 10;

interface Peer {
  readonly steamId: string;
  readonly client: SteamClient;
  tickets: PeerCard['tickets'];
  lastBeginResult: number | undefined;
}

/** Other players, each on a client that the simulator plays: somebody to check tickets with. */
export interface Peers {
  act(event: PeerEvent): Outcome<null>;
  cards(): readonly PeerCard[];
  /** Takes what the peers heard, which nobody reads. */
  drain(): void;
}

/** `open` gives a client of an account; without an app, for the app that the user plays. */
export function createPeers(
  open: (steamId: string, appId: number | undefined) => Outcome<SteamClient>,
  onChanged: () => void,
): Peers {
  const peers = new Map<string, Peer>();

  const peerOf = (steamId: string, appId: number | undefined): Outcome<Peer> => {
    const known = peers.get(steamId);
    if (known !== undefined) return succeed(known);
    const opened = open(steamId, appId);
    if (!opened.ok) return opened;
    const peer: Peer = { steamId, client: opened.value, tickets: [], lastBeginResult: undefined };
    peers.set(steamId, peer);
    return succeed(peer);
  };

  const actAs = (peer: Peer, event: PeerEvent): void => {
    switch (event.kind) {
      case 'peerIssuesTicket': {
        const issued = peer.client.call('getAuthSessionTicket', { remote: event.remote });
        if (!issued.ok) return;
        const ticket = { handle: issued.value.id, hex: toHex(issued.value.buffer), isLive: true };
        peer.tickets = [ticket, ...peer.tickets].slice(0, MOST_TICKETS);
        return;
      }
      case 'peerCancelsTicket':
        peer.client.call('cancelAuthTicket', { authTicket: event.handle });
        peer.tickets = peer.tickets.map((ticket) =>
          ticket.handle === event.handle ? { ...ticket, isLive: false } : ticket,
        );
        return;
      case 'peerBeginsSession': {
        const authTicket = fromHex(event.ticketHex) ?? new Uint8Array(0);
        const begun = peer.client.call('beginAuthSession', { authTicket, steamId: event.ofSteamId });
        if (begun.ok) peer.lastBeginResult = begun.value;
        return;
      }
      case 'peerEndsSession':
        peer.client.call('endAuthSession', { steamId: event.ofSteamId });
        return;
      case 'peerLeaves':
        peer.client.close();
        peers.delete(peer.steamId);
    }
  };

  return {
    act(event) {
      const isNew = event.kind === 'peerIssuesTicket' || event.kind === 'peerBeginsSession';
      if (!isNew && !peers.has(event.steamId))
        return fail('bad-payload', `The simulator does not play ${event.steamId}: nothing to do.`);
      const peer = peerOf(event.steamId, isNew ? event.appId : undefined);
      if (!peer.ok) return peer;
      actAs(peer.value, event);
      onChanged();
      return succeed(null);
    },
    cards: () =>
      [...peers.values()].map(({ steamId, client, tickets, lastBeginResult }) => ({
        steamId,
        appId: client.appId,
        tickets,
        lastBeginResult,
      })),
    drain() {
      for (const { client } of peers.values()) client.drain(Number.MAX_SAFE_INTEGER);
    },
  };
}
