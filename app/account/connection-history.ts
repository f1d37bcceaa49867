import type { Arrival } from '../pump.ts';
import type { ConnectionStretch } from './account.ts';

/** Stretches that are remembered; the oldest go first. */
const LONGEST_HISTORY = 500;

/** When the client was online, offline, failing or absent. */
export interface ConnectionHistory {
  stretches(): readonly ConnectionStretch[];
  connected(at: number, isLoggedOn: boolean): void;
  disconnected(at: number): void;
  /** Whether the arrival said something about the connection. */
  arrived(arrival: Arrival): boolean;
}

export function createConnectionHistory(): ConnectionHistory {
  let stretches: ConnectionStretch[] = [];

  const begin = (at: number, state: ConnectionStretch['state'], result?: number): void => {
    const last = stretches.at(-1);
    if (last?.state === state && last.result === result) return;
    const ended = last === undefined ? [] : [...stretches.slice(0, -1), { ...last, to: at }];
    const begun = { from: at, to: undefined, state, ...(result !== undefined && { result }) };
    stretches = [...ended, begun].slice(-LONGEST_HISTORY);
  };

  return {
    stretches: () => stretches,
    connected: (at, isLoggedOn) => begin(at, isLoggedOn ? 'online' : 'offline'),
    disconnected: (at) => begin(at, 'absent'),
    arrived(arrival) {
      switch (arrival.name) {
        case 'steamServerConnected':
          begin(arrival.at, 'online');
          return true;
        case 'steamServerDisconnected':
          begin(arrival.at, 'offline', arrival.fields.result);
          return true;
        case 'steamServerConnectFailed':
          begin(arrival.at, 'failing', arrival.fields.result);
          return true;
        default:
          return false;
      }
    },
  };
}
