import type { Caller, MadeCall } from '../steam/caller.ts';
import type { EntryDraft } from '../journal/entry.ts';
import type { Arrival } from '../pump.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { NoteHolders } from '../tickets/tickets.ts';
import { createExchange } from './exchange.ts';
import { boundedName, type WireFinding, type WirePlayer } from './messages.ts';
import { createOutbox } from './outbox.ts';
import { createRoster, type Roster, type Seat } from './roster.ts';

/** Who this bench is in a meeting. */
export interface Me {
  readonly steamId: SteamIdText;
  readonly personaName: string | undefined;
  readonly appId: number;
  readonly isSimulated: boolean;
}

/** What both a host and a guest are made of. */
export interface SideParts {
  readonly me: Me;
  readonly caller: Pick<Caller, 'call'>;
  readonly write: (draft: EntryDraft) => void;
  readonly noteHolders: NoteHolders;
  /** Something that the window shows has changed. */
  readonly changed: () => void;
}

export interface RoomParts extends SideParts {
  readonly mySeat: number;
  /** Brings a ticket on its way to the player in that seat. */
  readonly send: (seat: number, ticketHex: string) => void;
  /** Tells the others what was found. */
  readonly tell: (findings: readonly WireFinding[]) => void;
}

/** The meeting as one bench has it before it: who is there, and what goes on between it and each of them. */
export interface Room {
  readonly roster: Roster;
  sit(player: WirePlayer, at: number): void;
  rise(seat: number, state: 'left' | 'vanished', at: number): Seat | undefined;
  /** A ticket that was meant for this bench; false where its owner has sent one before. */
  received(from: number, ticketHex: string): boolean;
  /** Takes in what another bench found; whether that is news. */
  noted(finding: WireFinding, at: number): boolean;
  /** Tells a finding with the next ones. */
  pass(finding: WireFinding): void;
  timed(seat: number, roundTripMs: number): void;
  called(call: MadeCall): void;
  arrived(arrival: Arrival): void;
  tick(now: number): void;
  /** Gives back what this bench holds. */
  end(): void;
}

export function createRoom(parts: RoomParts): Room {
  const { me, mySeat, caller, write, noteHolders, changed, send, tell } = parts;
  const roster = createRoster();
  const outbox = createOutbox(tell);
  let lastAt = 0;
  let toldHolders = '';
  let areHoldersUntold = false;

  const tellHolders = (): void => {
    areHoldersUntold = false;
    const handles = exchange.handles();
    const holders = roster.findings().flatMap(({ verifierId, playerId, response }) => {
      if (playerId !== me.steamId || response !== 0) return [];
      const seat = roster.here().find(({ steamId }) => steamId === verifierId);
      const handle = seat === undefined ? undefined : handles.get(seat.number);
      return handle === undefined ? [] : [{ handle, steamId: verifierId }];
    });
    const told = JSON.stringify(holders);
    if (told === toldHolders) return;
    toldHolders = told;
    noteHolders(holders);
  };

  const showAnew = (): void => {
    areHoldersUntold = true;
    changed();
  };

  const exchange = createExchange({
    caller,
    write,
    send,
    mySeat,
    found(finding) {
      if (!roster.note(finding, lastAt)) return;
      outbox.put(finding);
      showAnew();
    },
  });

  return {
    roster,
    sit(player, at) {
      lastAt = at;
      const isMe = player.seat === mySeat;
      const seat = roster.sit({
        number: player.seat,
        steamId: player.steamId,
        personaName: boundedName(player.name),
        isMe,
        isHost: player.isHost,
        isSimulated: me.isSimulated,
        joinedAt: at,
        ...(player.roundTripMs !== undefined && { roundTripMs: player.roundTripMs }),
      });
      if (!isMe) {
        write({ time: at, kind: 'session', name: 'handshakeJoined', value: whoIs(seat) });
        exchange.greet(seat, at);
      }
      showAnew();
    },
    rise(number, state, at) {
      const seat = roster.rise(number, state, at);
      if (seat === undefined) return undefined;
      const name = state === 'left' ? 'handshakeLeft' : 'handshakeVanished';
      write({ time: at, kind: 'session', name, value: whoIs(seat) });
      exchange.part(number, at);
      showAnew();
      return seat;
    },
    received: (from, ticketHex) => exchange.received(from, ticketHex),
    noted(finding, at) {
      const isNews = roster.note(finding, at);
      if (isNews) showAnew();
      return isNews;
    },
    pass: (finding) => outbox.put(finding),
    timed(seat, roundTripMs) {
      roster.timed(seat, roundTripMs);
      changed();
    },
    called(call) {
      exchange.called(call);
      if (call.name === 'cancelAuthTicket') tellHolders();
    },
    arrived(arrival) {
      lastAt = arrival.at;
      exchange.arrived(arrival);
    },
    tick(now) {
      lastAt = now;
      exchange.tick(now);
      outbox.tick(now);
      if (areHoldersUntold) tellHolders();
    },
    end() {
      exchange.end();
      noteHolders([]);
    },
  };
}

function whoIs({ steamId, personaName }: Seat): Pick<Seat, 'steamId' | 'personaName'> {
  return { steamId, personaName };
}
