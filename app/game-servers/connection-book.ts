import type { MadeCall } from '../steam/caller.ts';
import type { LegacyConnection, LegacyConnectionState } from './game-servers.ts';

const MOST_CONNECTIONS = 50;

/** Where a connection leads: Steam tells connections apart by address and port alone. */
export interface Place {
  readonly serverIp: string;
  readonly serverPort: number;
}

/** Every connection by the old way, from its call to its end. Endings say whether they changed anything. */
export interface ConnectionBook {
  /** Newest first. */
  list(): readonly LegacyConnection[];
  /** What was given for a connection that is open; undefined for every other. */
  blob(number: number): Uint8Array | undefined;
  initiated(call: MadeCall): void;
  end(state: LegacyConnectionState, at: number, where?: Place, denyReason?: number): boolean;
}

export function createConnectionBook(): ConnectionBook {
  let connections: readonly LegacyConnection[] = [];
  let lastNumber = 0;
  /** Credentials: of no use once the connection has ended, and forgotten then. */
  const blobs = new Map<number, Uint8Array>();

  const end: ConnectionBook['end'] = (state, at, where, denyReason) => {
    let isChanged = false;
    connections = connections.map((connection) => {
      const isMeant = where === undefined || isAt(connection, where);
      if (connection.state !== 'open' || !isMeant) return connection;
      isChanged = true;
      blobs.delete(connection.number);
      return { ...connection, state, endedAt: at, ...(denyReason !== undefined && { denyReason }) };
    });
    return isChanged;
  };

  return {
    list: () => connections,
    blob: (number) => blobs.get(number),
    end,
    initiated({ args, value, at, isSimulated }) {
      const { serverId, serverIp, serverPort, secure } = args as Place & {
        readonly serverId: string;
        readonly secure: boolean;
      };
      const { authBlob } = value as { readonly authBlob: Uint8Array };
      const blobBytes = authBlob.length;
      const isRefused = blobBytes === 0;
      // Steam knows one connection to a place: a second one takes the place of the first.
      if (!isRefused) end('replaced', at, { serverIp, serverPort });
      lastNumber += 1;
      const place = { serverId, serverIp, serverPort, isSecure: secure };
      const state = isRefused ? 'refused' : 'open';
      if (!isRefused) blobs.set(lastNumber, authBlob);
      connections = bounded([
        { number: lastNumber, at, ...place, blobBytes, state, isSimulated },
        ...connections,
      ]);
      for (const number of blobs.keys()) {
        if (!connections.some((connection) => connection.number === number)) blobs.delete(number);
      }
    },
  };
}

function isAt(connection: Place, { serverIp, serverPort }: Place): boolean {
  return connection.serverIp === serverIp && connection.serverPort === serverPort;
}

/** Of too many the oldest that has ended goes; where all are open, the oldest. */
function bounded(connections: readonly LegacyConnection[]): readonly LegacyConnection[] {
  if (connections.length <= MOST_CONNECTIONS) return connections;
  const ended = connections.findLastIndex(({ state }) => state !== 'open');
  return connections.toSpliced(ended > 0 ? ended : connections.length - 1, 1);
}
