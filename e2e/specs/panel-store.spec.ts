import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { userCallbacks } from '../../app/steam/user-callbacks.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';
import { StorePanel } from '../pages/store-panel.ts';

const secret = 'https://store.steampowered.com/login/transfer?token=secret';
const { gameWebCallback, microtransactionAuthResponse } = userCallbacks;

test.describe('the store panel', () => {
  test('requests an address, masks it, shows it, copies it, and opens it in the browser', async ({
    native,
  }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const panel = new StorePanel(bench.page);
    await bench.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    });
    await view.open('Store & purchases');
    await steam.answerCall('requestStoreAuthURL', {
      outcome: 'success',
      bytes: encodeCallback('storeAuthUrlResponse', { url: secret }, 4),
    });
    await panel.redirect.fill('https://store.steampowered.com/app/480');
    await panel.request.click();
    await expect(panel.address(1)).toContainText('Fresh');
    await expect(panel.address(1)).toContainText('https://store.steampowered.com');
    await expect(bench.page.locator('body')).not.toContainText('token=secret');
    const asked = (await steam.calls()).filter(({ name }) => name === 'requestStoreAuthURL');
    expect(asked.map(({ args }) => Object.values(args))).toEqual([
      ['https://store.steampowered.com/app/480'],
    ]);

    await panel.action(1, 'Show').click();
    await expect(panel.address(1)).toContainText(secret);
    expect(await seriousFindings(bench.page)).toEqual([]);
    await panel.action(1, 'Hide').click();
    await expect(panel.address(1)).not.toContainText('token=');
    await panel.action(1, 'Copy').click();
    await expect.poll(() => new Desktop(bench.app).clipboardText()).toBe(secret);
    await panel.action(1, 'Open in browser').click();
    await expect
      .poll(() => bench.app.evaluate(() => (globalThis as { opened?: readonly string[] }).opened))
      .toEqual([secret]);
  });

  test('opens no address that leads elsewhere', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const panel = new StorePanel(bench.page);
    await view.open('Store & purchases');
    await steam.answerCall('requestStoreAuthURL', {
      outcome: 'success',
      bytes: encodeCallback('storeAuthUrlResponse', { url: 'https://store.evil.example/login' }, 4),
    });
    await panel.request.click();
    await panel.action(1, 'Open in browser').click();
    await expect(panel.address(1)).toContainText('does not lead to Steam’s store');
  });

  test('says why an address did not come', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const panel = new StorePanel(native.bench.page);
    await view.open('Store & purchases');
    await native.steam.answerCall('requestStoreAuthURL', { outcome: 'failure', reason: 1 });
    await panel.request.click();
    await expect(panel.address(1)).toContainText('1 NetworkFailure');
    await panel.redirect.fill('steam://store');
    await panel.request.click();
    await expect(panel.redirect).toHaveAccessibleDescription('Begins with https:// or http://.');
  });

  test('spells out what the market says', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const panel = new StorePanel(bench.page);
    const fields = {
      allowed: false,
      notAllowedReason: 0xffff,
      allowedAtTime: 1_900_000_000,
      daysSteamGuardRequired: 15,
      daysNewDeviceCooldown: 7,
    };
    await view.open('Store & purchases');
    await steam.answerCall('getMarketEligibility', {
      outcome: 'success',
      bytes: encodeCallback('marketEligibilityResponse', fields, 4),
    });
    await panel.askMarket.click();
    await expect(panel.market).toContainText('May not use the market');
    await expect(panel.reasons).toHaveCount(16);
    await expect(panel.reasons.nth(6)).toContainText('Steam Guard is off.');
    await expect(panel.market).toContainText('15 days');
    await expect(view.navigationItem('Store & purchases')).toHaveAccessibleName(/May not use the market/);
    await steam.answerCall('getMarketEligibility', {
      outcome: 'success',
      bytes: encodeCallback(
        'marketEligibilityResponse',
        { ...fields, allowed: true, notAllowedReason: 0 },
        4,
      ),
    });
    await panel.askMarket.click();
    await expect(panel.market).toContainText('May use the market');
    await expect(panel.reasons).toHaveCount(0);
  });

  test('lists purchases and web callbacks as they arrive', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const panel = new StorePanel(bench.page);
    await view.open('Store & purchases');
    const orderId = '18446744073709551615';
    await steam.postCallback(
      microtransactionAuthResponse.id,
      encodeCallback('microtransactionAuthResponse', { appId: 480, orderId, authorized: true }, 4),
    );
    await expect(panel.purchases).toContainText([new RegExp(`Said yes.*${orderId}`)]);
    await steam.postCallback(
      gameWebCallback.id,
      encodeCallback('gameWebCallback', { url: 'steam://gamewebcallback/?secret' }, 4),
    );
    await expect(panel.webCallbacks).toHaveCount(1);
    await expect(bench.page.locator('body')).not.toContainText('?secret');
    await panel.button('Show web callback 1').click();
    await expect(panel.webCallbacks).toContainText(['steam://gamewebcallback/?secret']);
    expect(await seriousFindings(bench.page)).toEqual([]);
  });

  test('does all of it simulated, and says so', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new StorePanel(page);
    await view.open('Store & purchases');
    await panel.request.click();
    await expect(panel.address(1)).toContainText('Simulated');
    await expect(panel.action(1, 'Open in browser')).toBeDisabled();
    await expect(panel.address(1)).toContainText('no browser can open it');
    expect(await page.evaluate(() => window.bench.store.openUrl({ number: 1 }))).toMatchObject({
      ok: false,
      error: { code: 'url-refused' },
    });
    await page.evaluate(async () => {
      const { simulation } = window.bench;
      await simulation.raise({ kind: 'microtransaction', appId: 480, orderId: '77', authorized: false });
      await simulation.raise({ kind: 'gameWebCallback', url: 'steam://gamewebcallback/simulated' });
    });
    await expect(panel.purchases).toContainText([/Said no.*Simulated.*77/]);
    await expect(panel.webCallbacks).toContainText([/Simulated/]);
    await panel.askMarket.click();
    await expect(panel.market).toContainText(/May use the market.*Simulated/);
    expect(await seriousFindings(page)).toEqual([]);
    await panel.button('Answer one in Simulation').click();
    await expect(view.heading('Simulation')).toBeVisible();
  });

  test('says what is missing where no client is connected', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const view = new BenchWindow(page);
    const panel = new StorePanel(page);
    await view.open('Store & purchases');
    await expect(panel.request).toBeDisabled();
    await expect(panel.askMarket).toBeDisabled();
    await panel.button('Open Connection').click();
    await expect(view.heading('Connection')).toBeVisible();
  });
});
