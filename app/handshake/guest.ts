import type { Clock } from '../clock.ts';
import { createHearing, SILENCE_MS } from './heartbeat.ts';
import {
  HANDSHAKE_VERSION,
  MOST_PLAYERS,
  readHostMessage,
  type GuestMessage,
  type HostMessage,
  type WirePlayer,
} from './messages.ts';
import { LARGEST_MESSAGE_BYTES, type Line, type LineListener } from './network.ts';
import { createRateLimit, refusalWords, type RefusalReason } from './refusals.ts';
import { createRoom, type Room, type SideParts } from './room.ts';
import type { Side } from './side.ts';

/** The host has so long to let this bench in or to refuse it. */
const LONGEST_WELCOME_MS = 10_000;

export interface GuestParts extends SideParts {
  readonly clock: Clock;
  readonly code: string;
  readonly line: Line;
  readonly onWelcome: () => void;
  /** The meeting is over for this bench, or never began, and it did not leave itself. */
  readonly onEnded: (reason: string) => void;
}

export interface Guest extends Side {
  readonly listener: LineListener;
}

/** A bench that joined: what the host sends is checked as strictly as what the host is sent. */
export function createGuest({ clock, code, line, onWelcome, onEnded, ...parts }: GuestParts): Guest {
  const { me, write } = parts;
  const beganAt = clock.now();
  const hearing = createHearing(beganAt);
  const rate = createRateLimit();
  let room: Room | undefined;
  let isOver = false;

  const send = (message: GuestMessage): void => line.send(JSON.stringify(message));

  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    room?.end();
    line.close(reason);
    onEnded(reason);
  };

  const refuse = (reason: RefusalReason): void => {
    if (isOver) return;
    const value = { from: line.from, reason };
    write({ time: clock.now(), kind: 'fault', name: 'handshakeRefused', value });
    end(`The host was left: ${lowerFirst(refusalWords[reason])}`);
  };

  const enter = (seat: number, players: readonly WirePlayer[], at: number): void => {
    if (room !== undefined || !isSoundMeeting(players, seat, me.steamId)) return refuse('garbage');
    room = createRoom({
      ...parts,
      mySeat: seat,
      send: (to, ticket) => send({ kind: 'ticket', to, ticket }),
      tell: (findings) => send({ kind: 'findings', findings: [...findings] }),
    });
    for (const player of players) room.sit(player, at);
    onWelcome();
  };

  const takeInside = (message: HostMessage, { roster, ...inside }: Room, at: number): void => {
    switch (message.kind) {
      case 'joined': {
        const { seat, steamId, isHost } = message.player;
        const here = roster.here();
        const isSound =
          !isHost &&
          roster.find(seat) === undefined &&
          here.length < MOST_PLAYERS &&
          here.every((one) => one.steamId !== steamId);
        return isSound ? inside.sit(message.player, at) : refuse('garbage');
      }
      case 'gone': {
        const seat = roster.find(message.seat);
        if (seat === undefined || seat.isMe || seat.isHost) return refuse('garbage');
        inside.rise(message.seat, message.state, at);
        return;
      }
      case 'ticket': {
        const from = roster.find(message.from);
        const isSound = from?.state === 'here' && !from.isMe && inside.received(message.from, message.ticket);
        return isSound ? undefined : refuse('garbage');
      }
      case 'findings':
        // Those of players that this bench never met say nothing to it.
        for (const finding of message.findings) inside.noted(finding, at);
        return;
      case 'ping':
        send({ kind: 'pong', pulse: message.pulse });
        for (const { seat, milliseconds } of message.roundTrips) inside.timed(seat, milliseconds);
        return;
      case 'bye':
        return end('The host ended the meeting.');
      case 'refused':
        return end(refusalWords[message.reason]);
      case 'welcome':
        return refuse('garbage');
    }
  };

  const take = (message: HostMessage, at: number): void => {
    if (room !== undefined) return takeInside(message, room, at);
    if (message.kind === 'welcome') return enter(message.seat, message.players, at);
    if (message.kind === 'refused') return end(refusalWords[message.reason]);
    if (message.kind === 'bye') return end('The host ended the meeting.');
    return refuse('garbage');
  };

  send({
    kind: 'hello',
    version: HANDSHAKE_VERSION,
    code,
    appId: me.appId,
    steamId: me.steamId,
    isSimulated: me.isSimulated,
    ...(me.personaName !== undefined && { name: me.personaName }),
  });

  return {
    room: () => room,
    refusals: () => [],
    listener: {
      received(text) {
        if (isOver) return;
        const at = clock.now();
        hearing.heard(at);
        if (text.length > LARGEST_MESSAGE_BYTES) return refuse('oversize');
        if (!rate.allows(at)) return refuse('flood');
        const message = readHostMessage(text);
        if (message === 'garbage') return refuse('garbage');
        take(message, at);
      },
      refused: refuse,
      closed: () => end(room === undefined ? 'The host closed the line.' : 'The line to the host broke.'),
    },
    tick(now) {
      if (isOver) return;
      if (room === undefined) {
        if (now - beganAt > LONGEST_WELCOME_MS) end('The host did not answer.');
        return;
      }
      if (hearing.isSilent(now)) return end(`The host was not heard of for ${SILENCE_MS / 1000} seconds.`);
      room.tick(now);
    },
    leave() {
      if (isOver) return;
      isOver = true;
      room?.end();
      send({ kind: 'bye' });
      line.close('Goodbye.');
    },
  };
}

/** Whether the host tells of one host, of this bench in its own seat, and of nobody twice. */
function isSoundMeeting(players: readonly WirePlayer[], mySeat: number, myId: string): boolean {
  const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
  const mine = players.find(({ seat }) => seat === mySeat);
  return (
    mine?.steamId === myId &&
    !mine.isHost &&
    players.filter(({ isHost }) => isHost).length === 1 &&
    isUnique(players.map(({ seat }) => seat)) &&
    isUnique(players.map(({ steamId }) => steamId))
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
