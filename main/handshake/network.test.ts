import { connect as connectTcp } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  LARGEST_MESSAGE_BYTES,
  type Line,
  type LineListener,
  type Listening,
} from '../../app/handshake/network.ts';
import { handshakeNetwork } from './network.ts';

/** What came over one end of a line, and a way to wait for more. */
function createEar() {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const tell = (what: string): void => {
    heard.push(what);
    for (const look of [...waiting]) look();
  };
  const listener: LineListener = {
    received: (text) => tell(text.length > 100 ? `${text.length} characters` : text),
    refused: (reason) => tell(`refused ${reason}`),
    closed: (reason) => tell(`closed ${reason}`.trim()),
  };
  const hears = (what: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!heard.some((one) => one.startsWith(what))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { heard, listener, hears };
}

const open: Listening[] = [];
afterEach(() => {
  for (const listening of open.splice(0)) listening.close();
});

async function listen(isOpenToNetwork = false) {
  const lines: Line[] = [];
  const ears: ReturnType<typeof createEar>[] = [];
  const listening = await handshakeNetwork.listen({ port: 0, isOpenToNetwork }, (line) => {
    const ear = createEar();
    lines.push(line);
    ears.push(ear);
    return ear.listener;
  });
  if (!listening.ok) throw new Error(listening.error.message);
  open.push(listening.value);
  const address = listening.value.addresses[0] ?? '';
  return { listening: listening.value, address, lines, ears, port: Number(address.split(':')[1]) };
}

async function join(address: string) {
  const ear = createEar();
  const line = await handshakeNetwork.connect(address, () => ear.listener);
  if (!line.ok) throw new Error(line.error.message);
  return { ear, line: line.value };
}

/** What a client that is no bench sees of its end. */
const ending = (socket: WebSocket): Promise<number | string> =>
  new Promise((resolve) => {
    socket.once('error', (error) => resolve(error.message));
    socket.once('close', (code) => resolve(code));
  });

describe('benches on one machine', () => {
  it('have lines of their own, in order, and hear the end once', async () => {
    const host = await listen();
    const [one, other] = [await join(host.address), await join(host.address)];
    for (let number = 0; number < 50; number += 1) one.line.send(`one ${number}`);
    other.line.send('other');
    await Promise.all([host.ears[0]?.hears('one 49'), host.ears[1]?.hears('other')]);
    expect(host.ears[0]?.heard).toEqual(Array.from({ length: 50 }, (_, number) => `one ${number}`));
    expect(host.lines[0]).toMatchObject({ host: '127.0.0.1' });
    expect(host.lines[0]?.from).toMatch(/^127\.0\.0\.1:\d+$/);

    host.lines[1]?.send('last words');
    host.lines[1]?.close('You may go.');
    host.lines[1]?.close('Again.');
    await other.ear.hears('closed');
    expect(other.ear.heard).toEqual(['last words', 'closed You may go.']);
    one.line.send('still here');
    await host.ears[0]?.hears('still here');

    host.listening.close();
    await one.ear.hears('closed');
    expect(one.ear.heard).toEqual(['closed The meeting is over.']);
  });

  it('take the longest message, and not a longer one', async () => {
    const host = await listen();
    const guest = await join(host.address);
    guest.line.send('x'.repeat(LARGEST_MESSAGE_BYTES));
    await host.ears[0]?.hears(`${LARGEST_MESSAGE_BYTES} characters`);
    guest.line.send('x'.repeat(LARGEST_MESSAGE_BYTES + 1));
    await Promise.all([host.ears[0]?.hears('closed'), guest.ear.hears('closed')]);
    expect(host.ears[0]?.heard.slice(1)).toEqual(['refused oversize', 'closed']);
  });

  it('notice that the other end is gone without a word', async () => {
    const host = await listen();
    const socket = new WebSocket(`ws://${host.address}`);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
    await host.ears[0]?.hears('closed');
    expect(host.ears[0]?.heard).toEqual(['closed']);
  });
});

describe('what is no bench', () => {
  it('is not let in from a page in a browser, wherever that comes from', async () => {
    const host = await listen();
    for (const origin of ['https://example.com', `http://${host.address}`, 'null']) {
      const socket = new WebSocket(`ws://${host.address}`, { origin });
      expect(await ending(socket)).toContain('401');
    }
    expect(host.lines).toHaveLength(0);
  });

  it('finds no page there', async () => {
    const host = await listen();
    const answer = await fetch(`http://${host.address}/`);
    expect(answer.status).toBe(426);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is refused where it sends binary', async () => {
    const host = await listen();
    const socket = new WebSocket(`ws://${host.address}`);
    socket.once('open', () => socket.send(new Uint8Array([1, 2, 3])));
    expect(await ending(socket)).toBe(1000);
    await host.ears[0]?.hears('closed');
    expect(host.ears[0]?.heard[0]).toBe('refused garbage');
  });

  it.each(['not http at all\r\n\r\n', 'GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'])(
    'is shut out where it sends %j',
    async (garbage) => {
      const host = await listen();
      const socket = connectTcp(host.port, '127.0.0.1', () => socket.write(garbage));
      socket.resume();
      await new Promise((resolve) => socket.once('close', resolve));
      expect(host.lines).toHaveLength(0);
      await join(host.address);
      expect(host.lines).toHaveLength(1);
    },
  );
});

describe('what goes wrong', () => {
  it('is said in words: a port in use, nobody there, no bench there', async () => {
    const host = await listen();
    const second = await handshakeNetwork.listen({ port: host.port, isOpenToNetwork: false }, () => {
      throw new Error('Nobody comes.');
    });
    expect(second).toMatchObject({ error: { message: `Port ${host.port} is in use.` } });
    host.listening.close();
    const nobody = await handshakeNetwork.connect(host.address, () => createEar().listener);
    expect(nobody).toMatchObject({
      error: { code: 'handshake-failed', message: `Nobody listens at ${host.address}.` },
    });
  });

  it('frees the port, so that the next meeting can have it', async () => {
    const host = await listen();
    await join(host.address);
    host.listening.close();
    const again = await handshakeNetwork.listen({ port: host.port, isOpenToNetwork: false }, () => {
      throw new Error('Nobody comes.');
    });
    expect(again.ok).toBe(true);
    if (again.ok) open.push(again.value);
  });
});

describe('the local network', () => {
  it('is told of only where it was asked for', async () => {
    expect((await listen()).listening.addresses).toHaveLength(1);
    const { listening, port } = await listen(true);
    expect(listening.addresses[0]).toBe(`127.0.0.1:${port}`);
    for (const address of listening.addresses) expect(address).toMatch(/^[\d.]+:\d+$/);
  });
});
