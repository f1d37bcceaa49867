import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { toHex } from '../../app/steam/hex.ts';
import {
  userCallbacks,
  type UserCallbackFields,
  type UserCallbackName,
} from '../../app/steam/user-callbacks.ts';
import { expect, test } from '../fixtures.ts';
import type { RunningBench } from '../launch.ts';

const steamId = '76561202255187930';

/** One example of each callback: every field set, so that a wrong offset shows. */
const examples: { readonly [Name in UserCallbackName]: UserCallbackFields<Name> } = {
  steamServerConnected: {},
  steamServerConnectFailed: { result: 35, retrying: true },
  steamServerDisconnected: { result: 3 },
  clientGameServerDeny: { appId: 480, ip: '127.0.0.1', serverPort: 27015, secure: 1, reason: 5 },
  ipcFailure: { type: 0 },
  licensesUpdated: {},
  validateAuthTicketResponse: { authId: steamId, response: 6, ownerId: '76561202255187932' },
  microtransactionAuthResponse: { appId: 480, orderId: '18446744073709551615', authorized: true },
  encryptedAppTicketResponse: { result: 25 },
  getAuthSessionTicketResponse: { authTicket: 7, result: 1 },
  gameWebCallback: { url: 'steam://gamewebcallback/?ok=1' },
  storeAuthUrlResponse: { url: 'https://store.steampowered.com/login/?token=x' },
  marketEligibilityResponse: {
    allowed: false,
    notAllowedReason: 72,
    allowedAtTime: 1_800_000_000,
    daysSteamGuardRequired: 15,
    daysNewDeviceCooldown: 7,
  },
  durationControl: {
    result: 1,
    appId: 480,
    applicable: true,
    secondsLast5Hours: 10_000,
    progress: 3,
    notification: 5,
    secondsToday: 12_000,
    secondsRemaining: 600,
  },
  getTicketForWebApi: { authTicket: 9, result: 1, ticketSize: 3, ticketBuffer: new Uint8Array([1, 2, 3]) },
  steamShutdown: {},
};

const readJournal = async ({ page }: RunningBench) => {
  const read = await page.evaluate(() => window.bench.journal.read({}));
  if (!read.ok) throw new Error(read.error.message);
  return read.value.entries;
};

test.describe('callbacks over Valve’s library', () => {
  test('each of the sixteen arrives with its fields and its bytes', async ({ native }) => {
    const { bench, steam } = native;
    const names = Object.keys(examples) as UserCallbackName[];
    for (const name of names) {
      const bytes = encodeCallback(name, examples[name], 4);
      await steam.postCallback(userCallbacks[name].id, bytes);
    }
    await expect
      .poll(async () =>
        (await readJournal(bench)).filter(({ kind }) => kind === 'callback').map(({ name }) => name),
      )
      .toEqual(names);
    const arrived = (await readJournal(bench)).filter(({ kind }) => kind === 'callback');
    for (const name of names) {
      const entry = arrived.find((candidate) => candidate.name === name);
      expect(entry?.raw, name).toBe(toHex(encodeCallback(name, examples[name], 4)));
      const { ticketBuffer, ...expected } = examples[name] as { readonly ticketBuffer?: Uint8Array };
      expect(entry?.value, name).toMatchObject(expected);
      if (ticketBuffer !== undefined) {
        expect(Object.values((entry?.value as { ticketBuffer: object }).ticketBuffer)).toEqual([
          ...ticketBuffer,
        ]);
      }
    }
  });

  test('one that the tables do not know is kept with its number and its bytes', async ({ native }) => {
    await native.steam.postCallback(4242, new Uint8Array([0xca, 0xfe]));
    await expect
      .poll(() => readJournal(native.bench))
      .toContainEqual(expect.objectContaining({ kind: 'callback', name: '4242', raw: 'cafe' }));
  });

  test('one of the wrong size is told as a fault and not decoded', async ({ native }) => {
    await native.steam.postCallback(userCallbacks.validateAuthTicketResponse.id, new Uint8Array(12));
    await expect
      .poll(() => readJournal(native.bench))
      .toContainEqual(expect.objectContaining({ kind: 'fault', name: 'sizeMismatch' }));
    const entry = (await readJournal(native.bench)).find(({ name }) => name === 'validateAuthTicketResponse');
    expect(entry?.value).toBeUndefined();
  });

  test('a ticket’s callback is paired with the call, with its latency', async ({ native }) => {
    const { page } = native.bench;
    const issued = await page.evaluate(() =>
      window.bench.steam.call({ name: 'getAuthSessionTicket', args: {} }),
    );
    const handle = (issued as { value: { id: number } }).value.id;
    await expect
      .poll(() => readJournal(native.bench))
      .toContainEqual(expect.objectContaining({ kind: 'callback', name: 'getAuthSessionTicketResponse' }));
    const entries = await readJournal(native.bench);
    const answer = entries.find(({ name }) => name === 'getAuthSessionTicketResponse');
    const call = entries.find(({ name }) => name === 'getAuthSessionTicket');
    expect(answer).toMatchObject({ answers: call?.seq, value: { authTicket: handle, result: 1 } });
    expect(answer?.durationMs).toBeGreaterThanOrEqual(0);
  });

  test('call results succeed, fail with Steam’s reason, or never come', async ({ native }) => {
    const { bench, steam } = native;
    const request = (name: string, args: object = {}) =>
      bench.page.evaluate(([called, given]) => window.bench.steam.call({ name: called, args: given }), [
        name,
        args,
      ] as const);
    await steam.answerCall('getMarketEligibility', {
      outcome: 'success',
      bytes: encodeCallback('marketEligibilityResponse', examples.marketEligibilityResponse, 4),
    });
    await steam.answerCall('getDurationControl', { outcome: 'failure', reason: 1 });
    await steam.answerCall('requestStoreAuthURL', { outcome: 'never' });
    await request('requestStoreAuthURL', { redirect: 'https://store.steampowered.com/' });
    await request('getMarketEligibility');
    await request('getDurationControl');
    await expect
      .poll(async () =>
        (await readJournal(bench)).filter(({ kind }) => kind === 'callResult').map(({ name }) => name),
      )
      .toEqual(['marketEligibilityResponse', 'durationControl']);
    const entries = await readJournal(bench);
    const results = entries.filter(({ kind }) => kind === 'callResult');
    expect(results[0]).toMatchObject({
      value: { notAllowedReason: 72 },
      answers: expect.any(Number),
    });
    expect(results[1]).toMatchObject({ value: { failed: true, reason: 1, reasonName: 'NetworkFailure' } });
    const call = entries.find(({ name }) => name === 'getMarketEligibility');
    expect(results[0]?.call).toBe(call?.call);
  });

  test('a broken pipe is told, and the bench goes on', async ({ native }) => {
    const { bench, steam } = native;
    await steam.die('pipe');
    await expect
      .poll(() => bench.page.evaluate(() => window.bench.session.get()))
      .toMatchObject({ ok: true, value: { failure: { code: 'pipe-failed' } } });
    const level = await bench.page.evaluate(() => window.bench.steam.call({ name: 'getPlayerSteamLevel' }));
    expect(level).toEqual({ ok: true, value: 0 });
    await steam.revive();
    const again = await bench.page.evaluate(() =>
      window.bench.session.connect({ client: 'steam', appId: 480 }),
    );
    expect(again).toMatchObject({ ok: true, value: { state: 'connected' } });
  });

  test('a client that takes the process down is told of at the next start', async ({
    native,
    launch,
    steamHome,
  }) => {
    const { bench, steam } = native;
    const ended = new Promise((resolve) => bench.app.process().once('exit', resolve));
    await steam.crashOn('getPlayerSteamLevel');
    await bench.page
      .evaluate(() => window.bench.steam.call({ name: 'getPlayerSteamLevel' }))
      .catch(() => undefined);
    await ended;
    const next = await launch({ home: steamHome.path, userData: bench.userData });
    const about = await next.page.evaluate(() => window.bench.desktop.about());
    expect(about).toMatchObject({ ok: true, value: { crashedRun: { lastCall: 'getPlayerSteamLevel' } } });
  });
});
