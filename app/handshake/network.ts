import type { Outcome } from '../outcome.ts';

/** One line between two benches, as WebSocket gives it: whole text messages, in order. */
export interface Line {
  /** Address of the other end with its port, for the journal. */
  readonly from: string;
  /** The same without the port: one machine has many ports. */
  readonly host: string;
  send(text: string): void;
  /** Ends it after what was sent; the listener is told `closed` as well, once. Ending twice is allowed. */
  close(reason: string): void;
}

export interface LineListener {
  received(text: string): void;
  /** The other end sent what is no text, or more than a message may hold; the line is closed after it. */
  refused(reason: 'garbage' | 'oversize'): void;
  closed(reason: string): void;
}

export interface Listening {
  /** `127.0.0.1:27480` first; the addresses of the network where it is open to that. */
  readonly addresses: readonly string[];
  /** Closes it and every line that came in, after what was sent on them. */
  close(): void;
}

/** The port to the network. Never throws; what goes wrong is `handshake-failed` with the cause in words. */
export interface HandshakeNetwork {
  listen(
    place: { readonly port: number; readonly isOpenToNetwork: boolean },
    onLine: (line: Line) => LineListener,
  ): Promise<Outcome<Listening>>;
  connect(address: string, onLine: (line: Line) => LineListener): Promise<Outcome<Line>>;
}

/** Longest message: a ticket in hex with room to spare. */
export const LARGEST_MESSAGE_BYTES = 16 * 1024;
