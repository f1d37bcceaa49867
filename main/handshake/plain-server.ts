import { createServer, type Server } from 'node:http';

/** Who connects has so long to ask for a WebSocket. */
const LONGEST_REQUEST_MS = 5000;

/** Beside the WebSocket there is nothing to be had: every request for a page is refused, slow ones are cut off. */
export function createPlainServer(mostConnections: number): Server {
  const server = createServer(
    {
      headersTimeout: LONGEST_REQUEST_MS,
      requestTimeout: LONGEST_REQUEST_MS,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 8192,
    },
    (_request, response) => {
      response.writeHead(426, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end('A Steam Test Bench waits for other benches here.\n');
    },
  );
  server.maxConnections = mostConnections;
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}
