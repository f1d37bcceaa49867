import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { seriousFindings } from '../pages/audit.ts';

/** As the cross of the window does. */
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const issue = (page: Page) => page.evaluate(() => window.bench.tickets.issueSession({}));

test.describe('closing the window', () => {
  test('with nothing live just closes it', async ({ launch }) => {
    const { app } = await launch();
    const gone = app.waitForEvent('close');
    await closeWindow(app);
    await gone;
  });

  test('with live tickets asks first, and stays where the user says so', async ({ launch }) => {
    const { app, page } = await launch();
    const bench = new BenchWindow(page);
    await issue(page);
    await closeWindow(app);
    const question = bench.dialog('There is 1 live ticket');
    await expect(question).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toBeHidden();
    expect(await page.evaluate(() => window.bench.tickets.get())).toMatchObject({
      value: { tickets: [{ number: 1 }] },
    });
    await expect(bench.bar).toBeVisible();
    await closeWindow(app);
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await closeWindow(app);
    await expect(question).toBeVisible();
  });

  test('leaves where the user says so', async ({ native }) => {
    const { app, page } = native.bench;
    await page.evaluate(async () => {
      const issued = await window.bench.tickets.issueSession({});
      const { value } = (await window.bench.session.get()) as { value: { steamId: string } };
      if (!issued.ok) throw new Error(issued.error.message);
      await window.bench.sessions.begin({ ticket: { number: 1 }, steamId: value.steamId });
    });
    await closeWindow(app);
    const question = new BenchWindow(page).dialog('There are 1 live ticket and 1 open session');
    await expect(question).toBeVisible();
    const gone = app.waitForEvent('close');
    await question.getByRole('button', { name: 'Cancel them and leave' }).click();
    await gone;
  });

  test('a second time while it is asked means it', async ({ launch }) => {
    const { app, page } = await launch();
    await issue(page);
    await closeWindow(app);
    await expect(new BenchWindow(page).dialog('There is 1 live ticket')).toBeVisible();
    // Closed from elsewhere, a window may get the focus with the question.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'));
    const gone = app.waitForEvent('close');
    await closeWindow(app);
    await gone;
  });

  test('never keeps the whole app from being quit', async ({ launch }) => {
    const { app, page } = await launch();
    await issue(page);
    const gone = app.waitForEvent('close');
    await app.evaluate(({ app: electron }) => electron.quit());
    await gone;
  });
});
