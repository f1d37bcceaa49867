import { expect, test } from '../fixtures.ts';

test.describe('a page that goes away', () => {
  test('loses nothing when it is reloaded', async ({ launch }) => {
    const { page } = await launch();
    await page.evaluate(() => window.bench.steam.call({ name: 'getPlayerSteamLevel' }));
    const before = await page.evaluate(() => window.bench.journal.read({}));
    await page.reload();
    const after = await page.evaluate(() => window.bench.journal.read({}));
    expect(after).toEqual(before);
  });

  test('comes back by itself when it crashes, with the journal whole and the crash in it', async ({
    launch,
  }) => {
    const { app, page } = await launch();
    const issued = await page.evaluate(() => window.bench.tickets.issueSession({}));
    expect(issued.ok).toBe(true);
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Asked before it is back, the page would never answer.
      const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await isBack;
    });
    const readAgain = () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return (await contents?.executeJavaScript(
          'window.bench ? Promise.all([window.bench.journal.read({}), window.bench.tickets.get()]) : undefined',
        )) as unknown;
      });
    await expect.poll(readAgain).toMatchObject([
      {
        ok: true,
        value: {
          entries: expect.arrayContaining([expect.objectContaining({ name: 'pageGone' })]) as unknown,
        },
      },
      { ok: true, value: { tickets: [{ number: 1 }] } },
    ]);
  });
});
