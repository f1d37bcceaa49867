import { connect, type Socket } from 'node:net';

interface Waiting {
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** A socket on which every line that is sent is answered by one line, in order. */
export class LineConnection {
  readonly #socket: Socket;
  readonly #waiting: Waiting[] = [];
  #received: Buffer[] = [];
  #failure: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    socket.on('error', (error) => {
      this.#fail(error);
    });
    socket.on('close', () => {
      this.#fail(
        new Error('The stand-in for the Steam client has closed the connection: its process ended.'),
      );
    });
  }

  static open(path: string): Promise<LineConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new LineConnection(socket));
      });
    });
  }

  ask(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#socket.write(`${line}\n`);
    });
  }

  close(): void {
    this.#fail(new Error('The connection to the stand-in for the Steam client was closed.'));
    this.#socket.destroy();
  }

  // An answer may be megabytes long: chunks are joined once, when its line ends.
  #receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const answer = Buffer.concat([...this.#received, rest.subarray(0, end)]).toString('utf8');
      this.#received = [];
      rest = rest.subarray(end + 1);
      this.#waiting.shift()?.resolve(answer);
    }
    if (rest.length > 0) this.#received.push(rest);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#failure);
  }
}
