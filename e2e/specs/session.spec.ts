import { expect, test } from '../fixtures.ts';
import { createSteamHome } from '../steam-client-double/steam-client-double.ts';

/** Longest time from asking the bench to quit to the end of its process. */
const LONGEST_QUIT_MS = 3000;

test.describe('session', () => {
  test('connects to the simulator when asked to', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=simulated', '--app-id=480'] });
    const session = await page.evaluate(() => window.bench.session.get());
    expect(session).toMatchObject({
      ok: true,
      value: { state: 'connected', client: 'simulated', appId: 480 },
    });
  });

  test('goes on simulated where no Steam client answers, and says why', async ({ launch }) => {
    const { page } = await launch({ flags: [] });
    await expect
      .poll(() => page.evaluate(() => window.bench.session.get()))
      .toMatchObject({
        ok: true,
        value: { state: 'connected', client: 'simulated', fallback: { code: 'client-missing' } },
      });
    const session = await page.evaluate(() => window.bench.session.get());
    expect(session.ok && session.value.fallback?.remedy).toBeTruthy();
  });

  test('stays failed with a reason and a remedy where only Steam was asked for', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    await expect
      .poll(() => page.evaluate(() => window.bench.session.get()))
      .toMatchObject({
        ok: true,
        value: { state: 'failed', client: 'steam', failure: { code: 'client-missing' } },
      });
    const called = await page.evaluate(() => window.bench.steam.call({ name: 'getSteamID' }));
    expect(called).toMatchObject({ ok: false, error: { code: 'not-connected' } });
  });

  test('takes Steam without being told where a client answers', async ({ launch, steamHome }) => {
    const { page } = await launch({ flags: [], home: steamHome.path });
    await expect
      .poll(() => page.evaluate(() => window.bench.session.get()))
      .toMatchObject({ ok: true, value: { state: 'connected', client: 'steam', appId: 480 } });
  });

  for (const [story, script, code] of [
    ['is too old', ['refuse-interface SteamUser023'], 'client-too-old'],
    ['is not running', ['set createSteamPipe 0'], 'client-not-running'],
    ['is logged out', ['set connectToGlobalUser 0'], 'init-failed'],
  ] as const) {
    test(`says so where the client ${story}`, async ({ launch }) => {
      const home = createSteamHome({ script });
      const { page } = await launch({ flags: ['--client=steam'], home: home.path });
      await expect
        .poll(() => page.evaluate(() => window.bench.session.get()))
        .toMatchObject({ ok: true, value: { state: 'failed', failure: { code } } });
      home.remove();
    });
  }

  test('disconnects and connects again, also with another app id and another client', async ({ native }) => {
    const { page } = native.bench;
    const states = await page.evaluate(async () => {
      const { session } = window.bench;
      const seen = [await session.disconnect()];
      seen.push(await session.connect({ client: 'steam', appId: 481 }));
      seen.push(await session.connect({ client: 'simulated', appId: 440 }));
      seen.push(await session.connect({ client: 'steam', appId: 480 }));
      return seen.map(
        (outcome) => outcome.ok && `${outcome.value.state} ${outcome.value.client} ${outcome.value.appId}`,
      );
    });
    expect(states).toEqual([
      'disconnected steam 480',
      'connected steam 481',
      'connected simulated 440',
      'connected steam 480',
    ]);
    const level = await page.evaluate(() => window.bench.steam.call({ name: 'getPlayerSteamLevel' }));
    expect(level.ok).toBe(true);
  });

  test('tells every change in order', async ({ launch }) => {
    const { page } = await launch();
    await page.evaluate(async () => {
      const { session } = window.bench;
      const seen: string[] = [];
      Object.assign(window, { seen });
      session.changed((snapshot) => seen.push(snapshot.state));
      await session.disconnect();
      await session.connect({ client: 'simulated', appId: 480 });
    });
    // An event may come after the answer of the command that caused it, but never out of order.
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await expect.poll(seen).toEqual(['disconnected', 'connecting', 'connected']);
  });

  test('ends within three seconds with a ticket live, and cancels it first', async ({ native }) => {
    const { bench, steam } = native;
    const issued = await bench.page.evaluate(() => window.bench.steam.call({ name: 'getAuthSessionTicket' }));
    expect(issued.ok).toBe(true);
    await steam.clearCalls();
    const process = bench.app.process();
    const ended = new Promise<number | null>((resolve) => process.once('exit', resolve));
    const askedAt = performance.now();
    await bench.app.evaluate(({ app }) => {
      app.quit();
    });
    expect(await ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(LONGEST_QUIT_MS);
  });
});
