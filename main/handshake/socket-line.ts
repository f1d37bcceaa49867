import { WebSocket } from 'ws';
import { placeText } from '../../app/handshake/address.ts';
import type { Line, LineListener } from '../../app/handshake/network.ts';

/** What is not on its way out by then belongs to somebody who does not read: the line is given up. */
const LARGEST_BACKLOG_BYTES = 1 << 20;

/** An end that does not answer a goodbye is cut off after so long. */
const LONGEST_GOODBYE_MS = 2000;

/** A close frame holds so many bytes of reason. */
const LONGEST_REASON_BYTES = 123;

const NORMAL = 1000;

const TOO_LONG = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

/** Makes a line of an open WebSocket and tells its listener what comes, then once that it closed. */
export function openLine(
  socket: WebSocket,
  host: string,
  port: number,
  onLine: (line: Line) => LineListener,
): Line {
  let isClosed = false;
  const line: Line = {
    from: placeText({ host, port }),
    host,
    send(text) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > LARGEST_BACKLOG_BYTES) socket.terminate();
      else socket.send(text, () => undefined);
    },
    close(reason) {
      if (socket.readyState === WebSocket.CLOSED) return;
      const isShort = Buffer.byteLength(reason) <= LONGEST_REASON_BYTES;
      socket.close(NORMAL, isShort ? reason : '');
      const cutOff = setTimeout(() => socket.terminate(), LONGEST_GOODBYE_MS);
      cutOff.unref();
      socket.once('close', () => clearTimeout(cutOff));
    },
  };
  const listener = onLine(line);
  socket.on('message', (data, isBinary) => {
    if (isClosed) return;
    if (!isBinary) return listener.received(textOf(data));
    listener.refused('garbage');
    line.close('A bench sends text.');
  });
  // The end of the line follows, and is told; an error of the network says no more than that.
  socket.on('error', (error) => {
    const code = 'code' in error ? String(error.code) : '';
    if (code.startsWith('WS_ERR')) listener.refused(code === TOO_LONG ? 'oversize' : 'garbage');
  });
  socket.once('close', (_code, reason) => {
    isClosed = true;
    listener.closed(reason.toString());
  });
  return line;
}

function textOf(data: WebSocket.RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
}
