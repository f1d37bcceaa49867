import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createNet, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { webFetch } from './web-fetch.ts';

const KEY = '0123456789ABCDEF0123456789ABCDEF';

const opened: (Server | NetServer)[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  const closing = opened.splice(0).map((server) => new Promise((done) => server.close(done)));
  await Promise.all(closing);
});

async function listen(server: Server | NetServer): Promise<string> {
  opened.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/check?key=${KEY}`;
}

const serve = (listener: RequestListener) => listen(createHttp(listener));
const serveRaw = (text: string) => listen(createNet((socket) => socket.end(text)));
const ask = (url: string, limits: { timeoutMs?: number; largestBodyBytes?: number } = {}) =>
  webFetch({ url, timeoutMs: 10_000, largestBodyBytes: 1000, ...limits });

async function causeOf(url: string, limits?: { timeoutMs?: number }): Promise<string> {
  const outcome = await ask(url, limits);
  if (outcome.ok) throw new Error(`It answered ${outcome.value.status}.`);
  expect(outcome.error.code).toBe('web-api-unreachable');
  expect(JSON.stringify(outcome)).not.toContain(KEY);
  return outcome.error.message;
}

describe('asking a web server', () => {
  it('gives status, kind and body, whatever the status', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.method, request.url, request.headers.cookie, request.headers.referer);
      response.writeHead(403, { 'content-type': 'text/html', 'set-cookie': 'a=b' }).end('<b>Forbidden</b>');
    });
    const answer = {
      status: 403,
      contentType: 'text/html',
      retryAfterSeconds: undefined,
      body: '<b>Forbidden</b>',
      isBodyCut: false,
    };
    expect(await ask(url)).toEqual({ ok: true, value: answer });
    await ask(url);
    // No cookie comes back with the second question.
    const one = ['GET', `/check?key=${KEY}`, undefined, undefined];
    expect(asked).toEqual([...one, ...one]);
  });

  it('does not follow a redirect: the key would go along', async () => {
    let visits = 0;
    const elsewhere = await serve((_request, response) => {
      visits += 1;
      response.end();
    });
    const url = await serve((_request, response) => response.writeHead(302, { location: elsewhere }).end());
    expect(await ask(url)).toMatchObject({ ok: true, value: { status: 302, body: '' } });
    expect(visits).toBe(0);
  });

  it('takes no more of a body than asked for, and leaves the rest', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      // Without an end: only who stops reading gets an answer.
      const more = (): void => {
        while (response.writable && response.write('x'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await ask(url, { largestBodyBytes: 1500 })).toMatchObject({
      ok: true,
      value: { body: 'x'.repeat(1500), isBodyCut: true },
    });
  });

  it.each([
    [999, false],
    [1000, false],
    [1001, true],
  ])('with a limit of 1000 bytes a body of %i is cut: %s', async (length, isBodyCut) => {
    const url = await serve((_request, response) => response.end('y'.repeat(length)));
    const outcome = await ask(url);
    expect(outcome).toMatchObject({ value: { isBodyCut, body: 'y'.repeat(Math.min(length, 1000)) } });
  });

  it.each([
    ['30', 30],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
  ])('reads Retry-After %s as %s', async (header, retryAfterSeconds) => {
    const url = await serve((_request, response) => response.writeHead(429, { 'retry-after': header }).end());
    const outcome = await ask(url);
    expect(outcome.ok && outcome.value.retryAfterSeconds).toBe(retryAfterSeconds);
  });

  it('gives up on a server that takes the question and says nothing', async () => {
    const url = await serve(() => undefined);
    expect(await causeOf(url, { timeoutMs: 60 })).toBe('The server did not answer within 1 s.');
  });

  it('gives up on a server that stops in the middle of its answer', async () => {
    const url = await serve((_request, response) => response.writeHead(200).write('{'));
    expect(await causeOf(url, { timeoutMs: 200 })).toMatch(/did not answer within/);
  });

  it('says that nothing listens', async () => {
    const url = await serve(() => undefined);
    await new Promise((done) => opened.splice(0)[0]?.close(done));
    expect(await causeOf(url)).toMatch(/refused/);
  });

  it('says that what answers does not speak HTTP', async () => {
    expect(await causeOf(await serveRaw('SSH-2.0-OpenSSH_9.6\r\n'))).toMatch(/does not speak HTTP/);
  });

  it('says that the server broke off', async () => {
    const url = await listen(createNet((socket) => socket.destroy()));
    expect(await causeOf(url)).toMatch(/broke off|connection/);
  });

  it.each(['', 'nonsense', 'http://', 'ftp://127.0.0.1/'])(
    'does not throw for the address %j',
    async (url) => {
      expect(await causeOf(url)).toMatch(/connection failed/);
    },
  );
});
