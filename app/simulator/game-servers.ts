import { joinBytes, repeatText } from './byte-writer.ts';
import type { FunctionTable, Seat } from './seat.ts';

const BLOB_BYTES = 206;

/**
 * The old way to join a game server, and what little else tells Steam of servers and usage.
 *
 * A connection is the client's: it lasts until it is terminated, until Steam denies it, or until the client closes.
 * Connecting again to the same place takes the place of the first. Without Steam's servers there is no blob.
 */
export function createGameServers({ network, client, account }: Seat) {
  const isAt = (serverIp: string, serverPort: number) => (connection: Place) =>
    connection.clientNumber === client.number &&
    connection.serverIp === serverIp &&
    connection.serverPort === serverPort;

  return {
    initiateGameConnection: ({ serverId, serverIp, serverPort, secure }) => {
      const place = { serverId, serverIp, serverPort };
      if (!account().loggedOn) return { authBlob: new Uint8Array(0), ...place };
      network.gameConnections.remove(isAt(serverIp, serverPort));
      network.gameConnections.add({
        steamId: client.steamId,
        clientNumber: client.number,
        ...place,
        secure,
        since: network.clock.now(),
      });
      const random = network.random('game connection');
      const start = new TextEncoder().encode(`${random.uint32()} ${client.steamId} to ${serverId}. `);
      const rest = repeatText('SIMULATED GAME CONNECTION, NOT VALVE’S. ', BLOB_BYTES);
      return { authBlob: joinBytes(start, rest).slice(0, BLOB_BYTES), ...place };
    },
    terminateGameConnection: ({ serverIp, serverPort }) => {
      network.gameConnections.remove(isAt(serverIp, serverPort));
      return null;
    },
    // Steam answers nothing to these, and nothing comes of them.
    advertiseGame: () => null,
    trackAppUsageEvent: () => null,
  } satisfies FunctionTable;
}

interface Place {
  readonly clientNumber: number;
  readonly serverIp: string;
  readonly serverPort: number;
}
