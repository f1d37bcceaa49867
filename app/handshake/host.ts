import type { Clock } from '../clock.ts';
import { createGuestLine, type GuestLine } from './guest-line.ts';
import { isSameCode } from './join-code.ts';
import { MOST_PLAYERS, type GuestMessage, type HostMessage, type WireFinding } from './messages.ts';
import type { Line, LineListener, Listening } from './network.ts';
import { inPortions } from './outbox.ts';
import { createGuessGuard, createRateLimit, createRefusals, refusalWords } from './refusals.ts';
import type { RefusalReason } from './refusals.ts';
import { createRoom, type SideParts } from './room.ts';
import { wirePlayer } from './roster.ts';
import type { Side } from './side.ts';

/** Lines that have not said yet who they are: a full house may come all at once, more is nobody’s game. */
const MOST_KNOCKING = MOST_PLAYERS;

const HOST_SEAT = 1;

export interface HostParts extends SideParts {
  readonly clock: Clock;
  readonly code: string;
}

export interface Host extends Side {
  accept(line: Line): LineListener;
  /** Where it listens, once it does; closed with the meeting. */
  listensAt(listening: Listening): void;
}

type Hello = Extract<GuestMessage, { kind: 'hello' }>;

/**
 * The host: lets players in who know the code, gives each message on to whom it is meant for, notices who is gone.
 *
 * Nothing of what comes in is believed: a message out of order, too long, too often or not of the protocol ends its line.
 */
export function createHost({ clock, code, ...parts }: HostParts): Host {
  const { me, write, changed } = parts;
  const guests = new Set<GuestLine>();
  const refusals = createRefusals();
  const guard = createGuessGuard();
  const journalLimit = createRateLimit();
  let nextSeat = HOST_SEAT + 1;
  let listening: Listening | undefined;
  let isOver = false;

  const seated = (): GuestLine[] => [...guests].filter(({ seat }) => seat !== undefined);
  const broadcast = (message: HostMessage, but?: GuestLine): void => {
    for (const guest of seated()) if (guest !== but) guest.send(message);
  };
  const sendTicket = (to: number, from: number, ticket: string): void =>
    seated()
      .find(({ seat }) => seat === to)
      ?.send({ kind: 'ticket', from, ticket });

  const room = createRoom({
    ...parts,
    mySeat: HOST_SEAT,
    send: (to, ticketHex) => sendTicket(to, HOST_SEAT, ticketHex),
    tell: (findings) => broadcast({ kind: 'findings', findings: [...findings] }),
  });
  room.sit({ seat: HOST_SEAT, steamId: me.steamId, isHost: true, ...nameOf(me.personaName) }, clock.now());

  const drop = (guest: GuestLine, state: 'left' | 'vanished', reason: string): void => {
    guests.delete(guest);
    guest.close(reason);
    if (guest.seat === undefined || room.rise(guest.seat, state, clock.now()) === undefined) return;
    broadcast({ kind: 'gone', seat: guest.seat, state });
  };

  const refuse = (guest: GuestLine, reason: RefusalReason): void => {
    const at = clock.now();
    refusals.add({ at, from: guest.from, reason });
    if (journalLimit.allows(at))
      write({ time: at, kind: 'fault', name: 'handshakeRefused', value: { from: guest.from, reason } });
    guest.send({ kind: 'refused', reason });
    drop(guest, 'vanished', refusalWords[reason]);
    changed();
  };

  /** Why somebody may not come in. The code is asked for first: without it nothing is told of the meeting. */
  const objection = (guest: GuestLine, hello: Hello, at: number): RefusalReason | undefined => {
    if (guard.isLockedOut(guest.host, at)) return 'flood';
    if (!isSameCode(hello.code, code)) {
      guard.guessedWrong(guest.host, at);
      return 'wrong-code';
    }
    if (hello.appId !== me.appId) return 'wrong-app';
    if (hello.isSimulated !== me.isSimulated) return 'other-steam';
    const here = room.roster.here();
    if (here.some(({ steamId }) => steamId === hello.steamId)) return 'duplicate-player';
    return here.length >= MOST_PLAYERS ? 'full' : undefined;
  };

  const letIn = (guest: GuestLine, hello: Hello, at: number): void => {
    const reason = objection(guest, hello, at);
    if (reason !== undefined) return refuse(guest, reason);
    const seat = nextSeat;
    nextSeat += 1;
    const player = { seat, steamId: hello.steamId, isHost: false, ...nameOf(hello.name) };
    const known = room.roster.wireFindings();
    guest.seat = seat;
    guest.send({ kind: 'welcome', seat, players: [...room.roster.here().map(wirePlayer), player] });
    for (const findings of inPortions(known)) guest.send({ kind: 'findings', findings: [...findings] });
    broadcast({ kind: 'joined', player }, guest);
    room.sit(player, at);
  };

  const takeTicket = (guest: GuestLine, from: number, to: number, ticket: string): void => {
    if (to >= nextSeat || to === from) return refuse(guest, 'garbage');
    // Whoever it was meant for may just have gone.
    if (room.roster.find(to)?.state !== 'here') return;
    const isFirst = to === HOST_SEAT ? room.received(from, ticket) : guest.gives(to);
    if (!isFirst) return refuse(guest, 'garbage');
    if (to !== HOST_SEAT) sendTicket(to, from, ticket);
  };

  const takeFindings = (
    guest: GuestLine,
    from: number,
    findings: readonly WireFinding[],
    at: number,
  ): void => {
    if (!findings.every((finding) => isTheirs(finding, from) && finding.player < nextSeat))
      return refuse(guest, 'garbage');
    for (const finding of findings) if (room.noted(finding, at)) room.pass(finding);
  };

  const takeMessage = (guest: GuestLine, message: GuestMessage, at: number): void => {
    const { seat } = guest;
    if (seat === undefined) {
      if (message.kind !== 'hello') return refuse(guest, 'garbage');
      return letIn(guest, message, at);
    }
    switch (message.kind) {
      case 'hello':
        return refuse(guest, 'garbage');
      case 'ticket':
        return takeTicket(guest, seat, message.to, message.ticket);
      case 'findings':
        return takeFindings(guest, seat, message.findings, at);
      case 'pong': {
        const roundTripMs = guest.pulse.roundTripMs(message.pulse, at);
        if (roundTripMs !== undefined) room.timed(seat, roundTripMs);
        return;
      }
      case 'bye':
        return drop(guest, 'left', 'Goodbye.');
    }
  };

  const beat = (guest: GuestLine, now: number): void => {
    const pulse = guest.pulse.due(now);
    if (pulse === undefined) return;
    const roundTrips = room.roster
      .here()
      .flatMap(({ number, roundTripMs }) =>
        roundTripMs === undefined ? [] : [{ seat: number, milliseconds: roundTripMs }],
      );
    guest.send({ kind: 'ping', pulse, roundTrips });
  };

  return {
    room: () => room,
    refusals: refusals.list,
    listensAt: (place) => void (listening = place),
    accept(line) {
      const at = clock.now();
      const guest = createGuestLine(line, at);
      const listener: LineListener = {
        received(text) {
          if (!guests.has(guest)) return;
          const now = clock.now();
          const message = guest.read(text, now);
          if (typeof message === 'string') refuse(guest, message);
          else takeMessage(guest, message, now);
        },
        refused: (reason) => guests.has(guest) && refuse(guest, reason),
        closed: () => guests.has(guest) && drop(guest, 'vanished', 'The line broke.'),
      };
      if (isOver) {
        line.close('The meeting is over.');
        return listener;
      }
      guests.add(guest);
      if (guard.isLockedOut(line.host, at)) refuse(guest, 'flood');
      else if (guests.size - seated().length > MOST_KNOCKING) refuse(guest, 'full');
      return listener;
    },
    tick(now) {
      for (const guest of [...guests]) {
        if (guest.isLate(now)) refuse(guest, 'too-slow');
        else if (guest.isSilent(now)) drop(guest, 'vanished', 'Not heard of for too long.');
        else if (guest.seat !== undefined) beat(guest, now);
      }
      room.tick(now);
    },
    leave() {
      if (isOver) return;
      isOver = true;
      room.end();
      broadcast({ kind: 'bye' });
      for (const guest of [...guests]) {
        guests.delete(guest);
        guest.close('The host ended the meeting.');
      }
      listening?.close();
    },
  };
}

/** Whether it is theirs to say: as verifier what they found, as player that their ticket was not confirmed. */
function isTheirs({ verifier, player, begin, refusedTicket }: WireFinding, seat: number): boolean {
  if (verifier === player) return false;
  return begin === undefined
    ? player === seat && refusedTicket !== undefined
    : verifier === seat && refusedTicket === undefined;
}

function nameOf(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}
