import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { WebSocketServer } from 'ws';
import { placeText } from '../../app/handshake/address.ts';
import { LARGEST_MESSAGE_BYTES, type HandshakeNetwork, type Listening } from '../../app/handshake/network.ts';
import { succeed, type Outcome } from '../../app/outcome.ts';
import { connectLine } from './connect-line.ts';
import { listenFailure } from './failures.ts';
import { createPlainServer } from './plain-server.ts';
import { openLine } from './socket-line.ts';

/** Lines at once, also those that have not said who they are: more than any meeting needs. */
const MOST_LINES = 64;

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';

/** Benches meet over WebSocket: whole text messages, bounded, uncompressed. */
export const handshakeNetwork: HandshakeNetwork = {
  connect: connectLine,
  listen({ port, isOpenToNetwork }, onLine) {
    const server = createPlainServer(MOST_LINES);
    const sockets = new WebSocketServer({
      server,
      maxPayload: LARGEST_MESSAGE_BYTES,
      perMessageDeflate: false,
      // A page in a browser says where it comes from and must not get in; a bench has no origin.
      verifyClient: ({ req }: { readonly req: IncomingMessage }) => req.headers.origin === undefined,
    });
    sockets.on('connection', (socket, request) => {
      const { remoteAddress = 'unknown', remotePort = 0 } = request.socket;
      openLine(socket, plainAddress(remoteAddress), remotePort, onLine);
    });
    // The server's own errors are heard below; these are the same ones once more.
    sockets.on('error', () => undefined);

    return new Promise<Outcome<Listening>>((resolve) => {
      server.once('error', (error) => {
        sockets.close();
        resolve(listenFailure(error, port));
      });
      server.listen({ port, host: isOpenToNetwork ? EVERYWHERE : LOOPBACK, exclusive: true }, () => {
        server.on('error', () => undefined);
        const address = server.address();
        const chosenPort = typeof address === 'object' && address !== null ? address.port : port;
        const hosts = [LOOPBACK, ...(isOpenToNetwork ? ownAddresses() : [])];
        resolve(
          succeed({
            addresses: hosts.map((host) => placeText({ host, port: chosenPort })),
            close() {
              sockets.close();
              for (const socket of sockets.clients) socket.close(1001, 'The meeting is over.');
              server.close();
              server.closeAllConnections();
            },
          }),
        );
      });
    });
  },
};

/** IPv4 addresses by which others on the network reach this machine. */
function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

/** IPv4 as it is written, also where the system wraps it in IPv6. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
