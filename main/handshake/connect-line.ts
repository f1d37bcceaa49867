import { WebSocket } from 'ws';
import { parsePlace } from '../../app/handshake/address.ts';
import { LARGEST_MESSAGE_BYTES, type HandshakeNetwork, type Line } from '../../app/handshake/network.ts';
import { succeed, type Outcome } from '../../app/outcome.ts';
import { connectFailure, unreachable } from './failures.ts';
import { openLine } from './socket-line.ts';

/** A host that has not answered by then is not there. */
const LONGEST_CONNECT_MS = 8000;

/** Opens a line to a host. */
export const connectLine: HandshakeNetwork['connect'] = (address, onLine) => {
  const place = parsePlace(address);
  if (!place.ok) return Promise.resolve(place);
  const { host, port } = place.value;
  const socket = new WebSocket(`ws://${address}/`, {
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE_BYTES,
    handshakeTimeout: LONGEST_CONNECT_MS,
    followRedirects: false,
  });
  return new Promise<Outcome<Line>>((resolve) => {
    const failed = (error: Error): void =>
      resolve(
        error.message.startsWith('Opening handshake has timed out')
          ? unreachable(address)
          : connectFailure(error, address),
      );
    socket.once('error', failed);
    socket.once('open', () => {
      socket.off('error', failed);
      resolve(succeed(openLine(socket, host, port, onLine)));
    });
  });
};
