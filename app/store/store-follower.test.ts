import { describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../bench-ports.ts';
import { startRunningBench, valueOf, type RunningBench } from '../duration/running-bench.ts';
import { succeed } from '../outcome.ts';
import { scriptedDesktop } from '../scripted-ports.ts';
import { createScriptedClient } from '../steam/scripted-client.ts';
import type { StoreState } from './store.ts';

const redirect = 'https://store.steampowered.com/app/480';
const url = 'https://store.steampowered.com/login/transfer?token=secret';

const stateOf = ({ bench }: RunningBench): Promise<StoreState> =>
  valueOf(bench.handlers.store.get(undefined));

function steamClient() {
  let handle = 0;
  const next = () => succeed(String((handle += 1)));
  return createScriptedClient({ script: { requestStoreAuthURL: next, getMarketEligibility: next } });
}

async function begin(client = steamClient()) {
  const copyText = vi.fn<Desktop['copyText']>(() => Promise.resolve());
  const openStoreUrl = vi.fn<Desktop['openStoreUrl']>(() => Promise.resolve(succeed(null)));
  const running = await startRunningBench(client, {
    desktop: { ...scriptedDesktop, copyText, openStoreUrl },
  });
  return { running, client, copyText, openStoreUrl, store: running.bench.handlers.store };
}

describe('an address of the store', () => {
  it('waits, then is told without what logs in', async () => {
    const { running, client, store } = await begin();
    const asked = await valueOf(store.requestUrl({ redirect }));
    expect(asked.urls).toEqual([expect.objectContaining({ number: 1, redirect, state: 'waiting' })]);
    client.answer('1', 'storeAuthUrlResponse', { url });
    running.run(10);
    const [card] = (await stateOf(running)).urls;
    expect(card).toMatchObject({
      state: 'answered',
      origin: 'https://store.steampowered.com',
      lengthCharacters: url.length,
      isSimulated: false,
    });
    expect(JSON.stringify(running.toldOn('store.changed'))).not.toContain('secret');
  });

  it('is shown, copied and opened on demand', async () => {
    const { running, client, store, copyText, openStoreUrl } = await begin();
    await store.requestUrl({ redirect });
    expect(await store.revealUrl({ number: 1 })).toMatchObject({ error: { code: 'unknown-item' } });
    client.answer('1', 'storeAuthUrlResponse', { url });
    running.run(10);
    expect(await valueOf(store.revealUrl({ number: 1 }))).toEqual({ url });
    await store.copyUrl({ number: 1 });
    expect(copyText).toHaveBeenCalledWith(url);
    await store.openUrl({ number: 1 });
    expect(openStoreUrl).toHaveBeenCalledWith(url);
    expect(await store.openUrl({ number: 2 })).toMatchObject({ error: { code: 'unknown-item' } });
  });

  it('leads nowhere where it is simulated, and is not opened', async () => {
    const openStoreUrl = vi.fn<Desktop['openStoreUrl']>(() => Promise.resolve(succeed(null)));
    const running = await startRunningBench(undefined, { desktop: { ...scriptedDesktop, openStoreUrl } });
    const { store } = running.bench.handlers;
    await store.requestUrl({ redirect });
    running.run(3000);
    expect((await stateOf(running)).urls[0]).toMatchObject({ state: 'answered', isSimulated: true });
    expect(await store.openUrl({ number: 1 })).toMatchObject({ ok: false, error: { code: 'url-refused' } });
    expect(openStoreUrl).not.toHaveBeenCalled();
  });

  it('is not asked for where the page to go to is none', async () => {
    const { client, store } = await begin();
    expect(await store.requestUrl({ redirect: 'steam://store' })).toMatchObject({
      error: { code: 'bad-payload' },
    });
    expect(client.asked).not.toContain('requestStoreAuthURL');
  });

  it('may fail, be empty, come late, be refused, or be lost', async () => {
    const { running, client, store } = await begin();
    for (let count = 0; count < 4; count += 1) await store.requestUrl({ redirect });
    client.post({ kind: 'callFailure', call: '1', id: 165, reason: 1 });
    client.answer('2', 'storeAuthUrlResponse', { url: '' });
    running.run(20_010);
    const states = async () => (await stateOf(running)).urls.map(({ state }) => state).reverse();
    expect(await states()).toEqual(['failed', 'failed', 'unanswered', 'unanswered']);
    expect((await stateOf(running)).urls.at(-1)?.reason).toBe(1);
    client.answer('3', 'storeAuthUrlResponse', { url });
    running.run(10);
    expect(await states()).toEqual(['failed', 'failed', 'answered', 'unanswered']);
    client.callBack('ipcFailure', { type: 1 });
    running.run(10);
    expect(await states()).toEqual(['failed', 'failed', 'answered', 'lost']);

    const refusing = await begin(
      createScriptedClient({ script: { requestStoreAuthURL: () => succeed('0') } }),
    );
    expect((await valueOf(refusing.store.requestUrl({ redirect }))).urls[0]?.state).toBe('refused');
  });

  it('is one of fifty', async () => {
    const { running, store } = await begin();
    for (let count = 0; count < 60; count += 1) await store.requestUrl({ redirect });
    const { urls } = await stateOf(running);
    expect(urls).toHaveLength(50);
    expect(urls[0]?.number).toBe(60);
    expect(await store.revealUrl({ number: 1 })).toMatchObject({ error: { code: 'unknown-item' } });
  });
});

describe('purchases', () => {
  it('are listed with the order as text and the user’s answer', async () => {
    const { running, client } = await begin();
    const fields = { appId: 480, orderId: '18446744073709551615', authorized: true };
    client.callBack('microtransactionAuthResponse', { ...fields, authorized: false });
    client.callBack('microtransactionAuthResponse', fields);
    running.run(10);
    expect((await stateOf(running)).microtransactions).toMatchObject([
      { orderId: '18446744073709551615', isAuthorized: true, isSimulated: false },
      { isAuthorized: false },
    ]);
  });
});

describe('the market', () => {
  const fields = {
    allowed: false,
    notAllowedReason: 72,
    allowedAtTime: 1_800_000_000,
    daysSteamGuardRequired: 15,
    daysNewDeviceCooldown: 7,
  };

  it('is asked about, whoever asks', async () => {
    const { running, client, store } = await begin();
    expect((await valueOf(store.askMarket(undefined))).marketAsking).toBeDefined();
    client.answer('1', 'marketEligibilityResponse', fields);
    running.run(10);
    expect(await stateOf(running)).toMatchObject({
      marketAsking: undefined,
      market: { isAllowed: false, notAllowedReason: 72, allowedAt: 1_800_000_000_000 },
    });
    await running.bench.handlers.steam.call({ name: 'getMarketEligibility' });
    expect((await stateOf(running)).marketAsking).toBeDefined();
    client.answer('2', 'marketEligibilityResponse', { ...fields, allowed: true, allowedAtTime: 0 });
    running.run(10);
    expect((await stateOf(running)).market).toMatchObject({ isAllowed: true, allowedAt: undefined });
  });

  it('may give no answer, and is forgotten with the next client', async () => {
    const { running, client, store } = await begin();
    await store.askMarket(undefined);
    client.answer('1', 'marketEligibilityResponse', fields);
    await store.askMarket(undefined);
    running.run(20_010);
    expect((await stateOf(running)).marketFailed).toMatchObject({ reason: 'unanswered' });
    await running.bench.handlers.session.connect({ client: 'simulated', appId: 480 });
    expect(await stateOf(running)).toMatchObject({ market: undefined, marketFailed: undefined });
  });
});

describe('a web callback', () => {
  it('is told by its scheme and length, and shown on demand', async () => {
    const { running, client, store } = await begin();
    const address = 'steam://gamewebcallback/?token=secret';
    client.callBack('gameWebCallback', { url: address });
    running.run(10);
    expect((await stateOf(running)).webCallbacks).toMatchObject([
      { number: 1, scheme: 'steam', lengthCharacters: address.length },
    ]);
    expect(JSON.stringify(running.toldOn('store.changed'))).not.toContain('secret');
    expect(await valueOf(store.revealWebCallback({ number: 1 }))).toEqual({ url: address });
    expect(await store.revealWebCallback({ number: 2 })).toMatchObject({ error: { code: 'unknown-item' } });
  });
});

describe('news', () => {
  it('of a burst are told as one change, and those of others not at all', async () => {
    const { running, client } = await begin();
    const before = running.toldOn('store.changed').length;
    for (let count = 0; count < 60; count += 1) client.callBack('gameWebCallback', { url: 'steam://x' });
    running.run(10);
    expect(running.toldOn('store.changed')).toHaveLength(before + 1);
    expect((await stateOf(running)).webCallbacks).toHaveLength(50);
    client.callBack('ipcFailure', { type: 0 });
    client.callBack('licensesUpdated', {});
    await running.bench.handlers.steam.call({ name: 'getHSteamUser' });
    running.run(100);
    expect(running.toldOn('store.changed')).toHaveLength(before + 1);
  });
});
