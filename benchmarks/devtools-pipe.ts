import type { Readable, Writable } from 'node:stream';

export interface DevToolsEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Chromium's DevTools protocol over two pipes: JSON between zero bytes. */
export interface DevToolsPipe {
  /** Rejects with Chromium's own words, or when the process has ended. */
  send(method: string, params?: Readonly<Record<string, unknown>>, sessionId?: string): Promise<unknown>;
}

/**
 * Opens the protocol on the pipes of `--remote-debugging-pipe`.
 *
 * Used instead of a test driver because it costs the app nothing before its page is there: a driver that attaches to
 * the main process holds back its start, on both sides of a comparison, and so makes a ratio look better than it is.
 */
export function openDevToolsPipe(
  to: Writable,
  from: Readable,
  onEvent: (event: DevToolsEvent) => void,
): DevToolsPipe {
  const waiting = new Map<
    number,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  let received = '';

  const take = (text: string): void => {
    const message = JSON.parse(text) as Answer | DevToolsEvent;
    if ('method' in message) return onEvent(message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result);
    else asked?.reject(new Error(message.error.message));
  };

  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const messages = (received + chunk).split('\0');
    received = messages.pop() ?? '';
    for (const message of messages) take(message);
  });
  from.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The application has ended.'));
    waiting.clear();
  });
  // A process that has ended takes no more; whoever waits is told by the other pipe.
  to.on('error', () => undefined);

  return {
    send(method, params = {}, sessionId) {
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        to.write(
          `${JSON.stringify({ id: lastId, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
        );
      });
    },
  };
}
