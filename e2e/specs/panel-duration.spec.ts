import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { userCallbacks, type UserCallbackFields } from '../../app/steam/user-callbacks.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { DurationPanel } from '../pages/duration-panel.ts';

const fields: UserCallbackFields<'durationControl'> = {
  result: 1,
  appId: 480,
  applicable: true,
  secondsLast5Hours: 10_200,
  progress: 0,
  notification: 2,
  secondsToday: 12_000,
  secondsRemaining: 600,
};

const bytesOf = (change: Partial<typeof fields> = {}) =>
  encodeCallback('durationControl', { ...fields, ...change }, 4);

const { id } = userCallbacks.durationControl;

test.describe('the duration control panel', () => {
  test('asks Steam, which answers that the rules hold', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const panel = new DurationPanel(native.bench.page);
    await view.open('Duration control');
    await expect(panel.text('Steam was not asked yet')).toBeVisible();
    await native.steam.answerCall('getDurationControl', {
      outcome: 'success',
      bytes: bytesOf({ notification: 0 }),
    });
    await panel.ask.click();
    await expect(panel.newest.getByText('Applies, full progress')).toBeVisible();
    await expect(panel.gauge('Last 5 hours')).toHaveAttribute('aria-valuetext', '2 h 50 min');
    await expect(panel.gauge('Today')).toHaveAttribute('aria-valuetext', '3 h 20 min');
    await expect(panel.gauge('Remaining')).toHaveAttribute('aria-valuetext', '10 min');
    await expect(panel.feed).toHaveCount(1);
    await expect(panel.feed.first()).toContainText('Asked');
    await expect(panel.newest).not.toContainText('Simulated');
    expect(await seriousFindings(native.bench.page)).toEqual([]);
  });

  test('shows each notification that Steam sends unasked, with what a game should do', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const panel = new DurationPanel(native.bench.page);
    await view.open('Duration control');
    for (let notification = 1; notification <= 7; notification += 1) {
      await native.steam.postCallback(id, bytesOf({ notification, progress: notification >= 5 ? 3 : 0 }));
    }
    await expect(panel.feed).toHaveCount(7);
    await expect(panel.feed.first()).toContainText('7 ExitSoon_Night');
    await expect(panel.feed.first()).toContainText('Unasked');
    await expect(panel.feed.nth(4)).toContainText('3 HalfProgress');
    await expect(panel.newest.getByText('Applies: the game has to end')).toBeVisible();
    await expect(panel.plot).toHaveAccessibleName(/7 readings.*newest ExitSoon_Night/);
    await expect(view.navigationItem('Duration control')).toHaveAccessibleName(/progress limited/);
  });

  test('says why a question came to nothing', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const panel = new DurationPanel(native.bench.page);
    await view.open('Duration control');
    await native.steam.answerCall('getDurationControl', { outcome: 'failure', reason: 1 });
    await panel.ask.click();
    await expect(panel.text(/ESteamAPICallFailure 1 NetworkFailure/)).toBeVisible();
  });

  test('tells Steam the online state, and whether Steam took it', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const panel = new DurationPanel(native.bench.page);
    await view.open('Duration control');
    await panel.tell('Online, high priority');
    await expect(panel.online.getByText('Taken by Steam')).toBeVisible();
    const told = (await native.steam.calls()).filter(({ name }) => name === 'setDurationControlOnlineState');
    expect(told.map(({ args }) => Object.values(args))).toEqual([[3]]);
    await native.steam.setValue('setDurationControlOnlineState', false);
    await panel.state('Offline').click({ force: true });
    await expect(panel.online.getByText('Not taken')).toBeVisible();
    await expect(panel.state('Online, high priority')).toBeChecked();
  });

  test('follows the simulated rules as time passes, drawn once and in the colours of the theme', async ({
    launch,
  }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new DurationPanel(page);
    await view.open('Duration control');
    await panel.ask.click();
    await expect(panel.newest.getByText('Does not apply')).toBeVisible();
    await expect(panel.plot).toHaveCount(0);

    await page.evaluate(async () => {
      const { simulation } = window.bench;
      const durationControl = { isApplicable: true, hasCurfew: false, progress: null, notification: 0 };
      await simulation.set({ account: { durationControl } });
      await simulation.raise({ kind: 'playTime', secondsLast5Hours: 10_740, secondsToday: 10_740 });
      await simulation.set({ clock: { stepMs: 120_000 } });
    });
    await expect(panel.feed.first()).toContainText('5 ExitSoon_3h');
    await expect(panel.feed.first()).toContainText('Simulated');
    await expect(panel.plot).toHaveAccessibleName(/1 reading /);

    const canvas = panel.plot.locator('canvas');
    await expect(canvas).toHaveCount(1);
    const drawn = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
    await canvas.evaluate((element) => element.setAttribute('data-first', 'yes'));
    await page.evaluate(() => window.bench.settings.set({ theme: 'light' }));
    const light = await drawn();
    await page.evaluate(() => window.bench.settings.set({ theme: 'dark' }));
    await expect.poll(async () => (await drawn()) === light).toBe(false);
    await panel.ask.click();
    await expect(panel.plot).toHaveAccessibleName(/2 readings/);
    await expect(canvas).toHaveAttribute('data-first', 'yes');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('leads to where the account is put under the rules', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new DurationPanel(page);
    await view.open('Duration control');
    await panel.ask.click();
    await panel.button('Set the rules in Simulation').click();
    await expect(view.heading('Simulation')).toBeVisible();
  });

  test('says what is missing where no client is connected', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const view = new BenchWindow(page);
    const panel = new DurationPanel(page);
    await view.open('Duration control');
    await expect(panel.ask).toBeDisabled();
    await panel.button('Open Connection').click();
    await expect(view.heading('Connection')).toBeVisible();
  });
});
