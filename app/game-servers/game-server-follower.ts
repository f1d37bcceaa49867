import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { Arrival } from '../pump.ts';
import type { MadeCall } from '../steam/caller.ts';
import { createConnectionBook, type Place } from './connection-book.ts';
import { isNowhere, nowhere } from './nowhere.ts';
import type { Advertisement, GameServerState, ServerDeny } from './game-servers.ts';

const MOST_DENIES = 50;

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

export interface GameServers extends Follower {
  readonly handlers: Handlers<BenchContract>['gameServers'];
}

/** Keeps what Steam was told of game servers by the old ways, and what it denied. */
export function createGameServers({ caller, publish, ports }: BenchContext): GameServers {
  const book = createConnectionBook();
  let advertised: Advertisement | undefined;
  let denies: readonly ServerDeny[] = [];
  let isSimulated = false;
  /** What arrives is told once a tick: a burst of callbacks is one change. */
  let isNews = false;

  const state = (): GameServerState => ({ advertised, connections: book.list(), denies });

  const tell = (): void => {
    isNews = false;
    publish('gameServers', 'changed', state());
  };

  const advertise = ({ args, at, isSimulated: isFromSimulator }: MadeCall): void => {
    const place = args as Place & { readonly serverId: string };
    advertised = isNowhere(place) ? undefined : { at, ...place, isSimulated: isFromSimulator };
  };

  const deny = ({ at, seq, fields }: Extract<Arrival, { name: 'clientGameServerDeny' }>): void => {
    const { appId, ip, serverPort, secure, reason } = fields;
    const denied = { at, appId, ip, serverPort, isSecure: secure !== 0, reason, seq, isSimulated };
    denies = [denied, ...denies.slice(0, MOST_DENIES - 1)];
    book.end('denied', at, { serverIp: ip, serverPort }, reason);
  };

  const lose = (at: number): boolean => {
    const isLost = book.end('lost', at) || advertised !== undefined;
    advertised = undefined;
    return isLost;
  };

  return {
    called(call) {
      switch (call.name) {
        case 'advertiseGame':
          advertise(call);
          return tell();
        case 'initiateGameConnection':
          book.initiated(call);
          return tell();
        case 'terminateGameConnection':
          if (book.end('terminated', call.at, call.args as Place)) tell();
          return;
        default:
          return;
      }
    },
    arrived(arrival) {
      if (arrival.name === 'clientGameServerDeny') {
        deny(arrival);
        isNews = true;
      } else if (arrival.name === 'ipcFailure' && arrival.fields.type === PIPE_FAIL) {
        if (lose(arrival.at)) isNews = true;
      }
    },
    tick() {
      if (isNews) tell();
    },
    connected(client) {
      isSimulated = client.kind === 'simulated';
    },
    closing() {
      for (const { state: connection, serverIp, serverPort } of book.list()) {
        if (connection === 'open') caller.call('terminateGameConnection', { serverIp, serverPort });
      }
      if (advertised !== undefined) caller.call('advertiseGame', nowhere);
    },
    disconnected(at) {
      lose(at);
      tell();
    },
    handlers: {
      get: () => succeed(state()),
      async copyBlob({ number, encoding }) {
        const blob = book.blob(number);
        if (blob === undefined) return fail('unknown-item', 'The bench holds no blob of that number.');
        await ports.desktop.copyBytes(blob, encoding);
        return succeed(null);
      },
    },
  };
}
