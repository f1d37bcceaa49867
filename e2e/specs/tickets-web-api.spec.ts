import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { WebApiPart } from '../pages/web-api-part.ts';

const KEY = 'FEEDC0DE0123456789ABCDEF01234567';
const PLAYER = '76561202255187930';
const OWNER = '76561202255187931';

/** A stand-in for the web API: answers as it is told and remembers what it was asked. */
class WebApiDouble {
  readonly asked: URL[] = [];
  #answer = (response: ServerResponse): void => void response.end();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(new URL(request.url ?? '', 'http://127.0.0.1'));
      this.#answer(response);
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  answers(status: number, body: unknown, headers: Record<string, string> = {}): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.#answer = (response) => void response.writeHead(status, headers).end(text);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

const test = base.extend<{ readonly server: WebApiDouble }>({
  server: async ({}, use) => {
    const server = new WebApiDouble();
    await server.listen();
    await use(server);
    await server.close();
  },
});

const refusal = (errorcode: number, errordesc: string) => ({
  response: { error: { errorcode, errordesc } },
});

/** A bench with a confirmed ticket for “backend”, on the part, with the key set and the server's address. */
async function prepare(page: Page, url: string): Promise<WebApiPart> {
  const view = new BenchWindow(page);
  const part = new WebApiPart(page);
  await page.evaluate(async (webApiUrl) => {
    await window.bench.settings.set({ webApiUrl });
    await window.bench.tickets.issueWebApi({ serviceIdentity: 'backend' });
  }, url);
  await view.open('Auth tickets');
  await part.show();
  await expect(part.identity).toHaveValue('backend');
  await part.enterKey(KEY);
  await expect(part.key).toHaveValue('');
  return part;
}

/** Text of every file below a folder. */
function textsBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

test.describe('checks by the web API', () => {
  test('a ticket is verified, and the key is nowhere to be found', async ({ launch, server }) => {
    const bench = await launch();
    const part = await prepare(bench.page, server.url);
    const params = {
      result: 'OK',
      steamid: PLAYER,
      ownersteamid: OWNER,
      vacbanned: false,
      publisherbanned: true,
    };
    server.answers(200, { response: { params }, echo: [KEY.toLowerCase(), `key=${KEY}`] });
    await part.check.click();

    await expect(part.answer(1)).toContainText('Verified, but banned by the publisher');
    await expect(part.answer(1)).toContainText('HTTP 200');
    await expect(part.fact(1, 'Player')).toContainText(PLAYER);
    await expect(part.fact(1, 'Owner')).toContainText(/76561202255187931.*Borrowed/s);
    await expect(part.fact(1, 'VAC ban')).toHaveText('No');
    await expect(part.fact(1, 'Publisher ban')).toHaveText('Yes');
    expect(await seriousFindings(bench.page)).toEqual([]);

    const [asked] = server.asked;
    expect(asked?.pathname).toBe('/ISteamUserAuth/AuthenticateUserTicket/v1/');
    const bytes = await bench.page.evaluate(() => window.bench.tickets.reveal({ number: 1 }));
    const ticket = bytes.ok ? bytes.value.hex : '';
    expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({
      key: KEY,
      appid: '480',
      ticket,
      identity: 'backend',
    });

    await expect(await part.openBody(1)).toContainText('«key masked»');
    expect((await bench.page.content()).toUpperCase()).not.toContain(KEY);
    const view = new BenchWindow(bench.page);
    await expect(view.timeline.named('webApiCheck')).toBeVisible();
    const written = () => textsBelow(bench.userData);
    await expect.poll(written).toContain('webApiCheck');
    expect(written().toUpperCase()).not.toContain(KEY);
    expect(written()).not.toContain(ticket);

    await part.forgetKey.click();
    await expect(part.check).toBeDisabled();
  });

  test('every refusal is told with its usual cause', async ({ launch, server }) => {
    const { page } = await launch();
    const part = await prepare(page, server.url);

    server.answers(200, refusal(101, 'Invalid ticket'));
    await part.identity.fill('somebody else');
    await part.check.click();
    await expect(part.answer(1)).toContainText('The ticket is not accepted');
    await expect(part.answer(1)).toContainText('another identity than “somebody else”');
    await expect(part.answer(1)).toContainText('Error 101 “Invalid ticket”');

    server.answers(200, refusal(102, 'Ticket for other app'));
    await part.appId.fill('570');
    await part.check.click();
    await expect(part.answer(2)).toContainText('The ticket is for another app');
    expect(server.asked[1]?.searchParams.get('appid')).toBe('570');

    server.answers(403, '<html><head><title>Forbidden</title></head><body>Access is denied.</body></html>');
    await part.check.click();
    await expect(part.answer(3)).toContainText('The key may not ask about this app');
    await expect(part.answer(3)).toContainText('HTTP 403');
    await expect(await part.openBody(3)).toContainText('<title>Forbidden</title>');

    server.answers(429, '', { 'retry-after': '40' });
    await part.check.click();
    await expect(part.answer(4)).toContainText('The server asks to wait 40 s.');

    server.answers(302, '', { location: `${server.url}/elsewhere` });
    await part.check.click();
    await expect(part.answer(5)).toContainText('The server sends elsewhere');
    expect(server.asked.map(({ pathname }) => pathname)).not.toContain('/elsewhere');

    await server.close();
    await part.check.click();
    await expect(part.answer(6)).toContainText('The web API could not be asked');
    await expect(part.answer(6)).toContainText('refused');
    expect((await page.content()).toUpperCase()).not.toContain(KEY);
  });

  test('a server has to be one that a key may be sent to, and is remembered', async ({ launch }) => {
    const { page } = await launch();
    const part = await prepare(page, 'https://api.steampowered.com');
    await expect(part.warning('Steam does not know simulated tickets')).toBeVisible();
    await part.address.fill('http://example.org');
    await expect(part.address).toHaveAccessibleDescription(/An https address/);
    await expect(part.use).toBeDisabled();
    await part.address.fill('http://127.0.0.1:9');
    await part.use.click();
    await expect(part.warning('Steam does not know simulated tickets')).toBeHidden();
    await expect
      .poll(() => page.evaluate(() => window.bench.settings.get()))
      .toMatchObject({ value: { webApiUrl: 'http://127.0.0.1:9' } });
    await part.reset.click();
    await expect(part.address).toHaveValue('https://partner.steam-api.com');
  });
});
