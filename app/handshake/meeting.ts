import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { EntryDraft } from '../journal/entry.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { notConnected } from '../steam/steam-client.ts';
import type { NoteHolders } from '../tickets/tickets.ts';
import { parsePlace, placeText } from './address.ts';
import { createGuest } from './guest.ts';
import { noHandshake, type HandshakeState } from './handshake.ts';
import { createHost } from './host.ts';
import { CODE_LENGTH, makeCode, plainCode } from './join-code.ts';
import { boundedName } from './messages.ts';
import type { Me, SideParts } from './room.ts';
import type { Side } from './side.ts';

export interface Meeting extends Follower {
  readonly handlers: Handlers<BenchContract>['handshake'];
}

/** A meeting that this bench hosts or is in, or is about to be in. */
interface Stay {
  readonly me: Me;
  state: Exclude<HandshakeState['state'], 'none'>;
  addresses: readonly string[];
  readonly code: string | undefined;
  readonly isOpenToNetwork: boolean;
  side: Side | undefined;
  /** Answers whoever waits to be let in. */
  settle: (outcome: Outcome<HandshakeState>) => void;
}

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

/** Shortest time between two tellings: a full house finds a thousand things within a second. */
const TELL_EVERY_MS = 100;

const leftBefore = fail('handshake-failed', 'The meeting was left before it began.');

/**
 * Benches that meet and check each other's tickets.
 *
 * One at a time, and only while a client is connected: before the client is closed the meeting is left.
 */
export function createMeeting(context: BenchContext, noteHolders: NoteHolders): Meeting {
  const { clock, caller, ports, publish, wake } = context;
  let stay: Stay | undefined;
  let ending: string | undefined;
  let isUntold = false;
  let toldAt = 0;

  const state = (): HandshakeState => {
    if (stay === undefined) return ending === undefined ? noHandshake : { ...noHandshake, ending };
    const room = stay.side?.room();
    return {
      state: stay.state,
      addresses: stay.addresses,
      code: stay.code,
      isOpenToNetwork: stay.isOpenToNetwork,
      players: room?.roster.players() ?? [],
      findings: room?.roster.findings() ?? [],
      refusals: stay.side?.refusals() ?? [],
      isSimulated: stay.me.isSimulated,
    };
  };

  const tellNow = (): void => {
    isUntold = false;
    toldAt = clock.now();
    publish('handshake', 'changed', state());
  };

  /** Told with one of the next ticks: much of what changes does so many times in a row. */
  const changed = (): void => {
    isUntold = true;
    wake();
  };

  const writer =
    ({ isSimulated }: Me) =>
    (draft: EntryDraft): void =>
      context.write(isSimulated ? { ...draft, simulated: true } : draft);

  const sidePartsOf = (me: Me): SideParts => ({ me, caller, write: writer(me), noteHolders, changed });

  const whoAmI = (): Outcome<Me> => {
    const client = context.client();
    if (client === undefined) return notConnected;
    const steamId = caller.call('getSteamID', {});
    if (!steamId.ok) return steamId;
    if (steamId.value === '0')
      return fail('handshake-failed', 'Steam does not say which account this is.', 'Log in to Steam first.');
    return succeed({
      steamId: steamId.value,
      personaName: boundedName(client.details().personaName),
      appId: client.appId,
      isSimulated: client.kind === 'simulated',
    });
  };

  const begin = (given: Pick<Stay, 'me' | 'state' | 'addresses' | 'code' | 'isOpenToNetwork'>): Stay => {
    ending = undefined;
    stay = { ...given, side: undefined, settle: () => undefined };
    tellNow();
    return stay;
  };

  const end = (reason: string | undefined): void => {
    const ended = stay;
    if (ended === undefined) return;
    stay = undefined;
    // A meeting that never began has nothing to tell beside what its command answers.
    if (ended.state === 'hosting' || ended.state === 'joined') {
      ending = reason;
      const value = reason ?? 'This bench left.';
      writer(ended.me)({ time: clock.now(), kind: 'session', name: 'handshakeEnded', value });
    }
    ended.side?.leave();
    ended.settle(reason === undefined ? leftBefore : fail('handshake-failed', reason));
    tellNow();
  };

  const host = async (port: number, isOpenToNetwork: boolean): Promise<Outcome<HandshakeState>> => {
    const me = whoAmI();
    if (!me.ok) return me;
    const code = makeCode(ports.randomBytes);
    const mine = begin({ me: me.value, state: 'opening', addresses: [], code, isOpenToNetwork });
    const side = createHost({ ...sidePartsOf(me.value), clock, code });
    mine.side = side;
    const listening = await ports.handshakeNetwork.listen({ port, isOpenToNetwork }, (line) =>
      side.accept(line),
    );
    if (stay !== mine) {
      if (listening.ok) listening.value.close();
      return leftBefore;
    }
    if (!listening.ok) {
      end(listening.error.message);
      return listening;
    }
    side.listensAt(listening.value);
    mine.state = 'hosting';
    mine.addresses = listening.value.addresses;
    const value = `at ${mine.addresses.join(', ')}`;
    writer(me.value)({ time: clock.now(), kind: 'session', name: 'handshakeHosting', value });
    tellNow();
    return succeed(state());
  };

  const join = async (address: string, code: string): Promise<Outcome<HandshakeState>> => {
    const me = whoAmI();
    if (!me.ok) return me;
    const mine = begin({
      me: me.value,
      state: 'joining',
      addresses: [address],
      code: undefined,
      isOpenToNetwork: false,
    });
    const welcomed = new Promise<Outcome<HandshakeState>>((resolve) => (mine.settle = resolve));
    const connected = await ports.handshakeNetwork.connect(address, (line) => {
      const guest = createGuest({
        ...sidePartsOf(me.value),
        clock,
        code,
        line,
        onWelcome() {
          if (stay !== mine) return;
          mine.state = 'joined';
          mine.settle(succeed(state()));
          tellNow();
        },
        onEnded: (reason) => stay === mine && end(reason),
      });
      if (stay === mine) mine.side = guest;
      else guest.leave();
      return guest.listener;
    });
    if (!connected.ok) {
      if (stay === mine) end(connected.error.message);
      return connected;
    }
    return welcomed;
  };

  return {
    called: (call) => stay?.side?.room()?.called(call),
    arrived(arrival) {
      // Steam answers nothing more: whoever stayed would seem to be here and could not be checked.
      if (arrival.name === 'ipcFailure' && arrival.fields.type === PIPE_FAIL)
        return end('The pipe to the Steam client broke.');
      stay?.side?.room()?.arrived(arrival);
    },
    closing: () => end(undefined),
    tick(now) {
      stay?.side?.tick(now);
      if (isUntold && now - toldAt >= TELL_EVERY_MS) tellNow();
    },
    handlers: {
      get: () => succeed(state()),
      host: ({ port, isOpenToNetwork }) =>
        stay === undefined ? host(port, isOpenToNetwork) : fail('handshake-busy'),
      join({ address, code }) {
        if (stay !== undefined) return fail('handshake-busy');
        const place = parsePlace(address);
        if (!place.ok) return place;
        if (plainCode(code).length !== CODE_LENGTH)
          return fail(
            'bad-payload',
            `A join code has ${CODE_LENGTH} characters.`,
            'The host sees it on this panel.',
          );
        return join(placeText(place.value), code);
      },
      leave() {
        end(undefined);
        return succeed(state());
      },
    },
  };
}
