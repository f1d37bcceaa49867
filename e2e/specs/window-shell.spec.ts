import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { BenchWindow, panelTitles } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';

/** More than the window ever shows at once. */
const MOST_CONTROLS = 80;

test.describe('the keyboard', () => {
  test('finds every action in the palette', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    // What can be done depends on the client: the list changes once it is there.
    await expect(view.bar).toContainText('Logged on');
    await view.palette.open();
    await page.keyboard.type('go to tickets');
    await expect(view.palette.chosen).toContainText('Auth tickets');
    await page.keyboard.press('Enter');
    await expect(view.heading('Auth tickets')).toBeVisible();
    await expect(view.palette.dialog).toBeHidden();

    await view.palette.open();
    await page.keyboard.press('ArrowDown');
    await expect(view.palette.chosen).toContainText('Account & network');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const options = await view.palette.dialog.getByRole('option').allInnerTexts();
    await expect(view.palette.chosen).toContainText(options.at(-1)?.split('\n')[1] ?? 'nothing');
    await page.keyboard.type('no such action');
    await expect(view.palette.dialog).toContainText('No action has that name.');
    await page.keyboard.press('Escape');
    await expect(view.palette.dialog).toBeHidden();
  });

  test('opens every panel by its shortcut', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    for (const [index, title] of [...panelTitles.entries()].reverse()) {
      // The tenth has 0.
      await page.keyboard.press(`ControlOrMeta+${(index + 1) % 10}`);
      await expect(view.heading(title)).toBeVisible();
      await expect(view.navigationItem(title)).toHaveAttribute('aria-current', 'page');
    }
  });

  test('lists its shortcuts, but not while somebody is typing', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const dialog = view.dialog('Keyboard shortcuts');
    await view.connection.appId.focus();
    await page.keyboard.press('Shift+Slash');
    await expect(view.connection.appId).toHaveValue('480?');
    await expect(dialog).toBeHidden();

    await view.connection.connect.focus();
    await page.keyboard.press('Shift+Slash');
    await expect(dialog).toContainText('Auth tickets');
    await expect(dialog).toContainText('Jump between call and answer');
    // Nothing reaches past an open dialog.
    await page.keyboard.press('ControlOrMeta+3');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(view.heading('Connection')).toBeVisible();
    await expect(view.connection.connect).toBeFocused();
  });

  test('disconnects, connects, issues a ticket and reads it in the timeline', async ({ native }) => {
    const { page } = native.bench;
    const view = new BenchWindow(page);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(view.mark).toHaveText(/OFFLINE|not connected/);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(view.mark).toHaveText(/STEAM\s*connected/);
    await page.keyboard.press('ControlOrMeta+Shift+T');
    await expect(view.navigationItem('Auth tickets')).toHaveAccessibleName(/1 live/);

    await page.keyboard.press('ControlOrMeta+F');
    await expect(view.timeline.search).toBeFocused();
    await page.keyboard.type('getAuthSessionTicketResponse');
    await page.keyboard.press('ControlOrMeta+E');
    await expect(view.timeline.grid).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(view.timeline.detail.title('getAuthSessionTicketResponse')).toBeVisible();
    await expect(view.timeline.detail.field('result')).toContainText('1 OK');
    await page.keyboard.press('Escape');
    await expect(view.timeline.detail.place).toBeHidden();
  });

  test('reaches every control by Tab', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    for (const control of [
      view.navigationItem('Simulation'),
      view.connection.appId,
      view.connection.connect,
      view.timeline.search,
      view.timeline.grid,
    ]) {
      await tabTo(control);
    }
  });
});

test.describe('what the window remembers', () => {
  test('its theme', async ({ launch }) => {
    const first = await launch();
    const view = new BenchWindow(first.page);
    const root = first.page.locator('html');
    await view.palette.run('Theme: light');
    await expect(root).toHaveAttribute('data-theme', 'light');
    const light = await view.background();
    await first.page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    const dark = await view.background();
    expect(brightness(light)).toBeGreaterThan(brightness(dark) + 100);
    await new Desktop(first.app).quit();

    const second = await launch({ userData: first.userData });
    await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await new BenchWindow(second.page).background()).toBe(dark);
  });

  test('its panel, and how high the timeline is', async ({ launch }) => {
    const first = await launch();
    const view = new BenchWindow(first.page);
    await view.open('Account & network');
    const separator = first.page.getByRole('separator', { name: 'Height of the timeline' });
    const before = Number(await separator.getAttribute('aria-valuenow'));
    await separator.focus();
    await first.page.keyboard.press('ArrowUp');
    await first.page.keyboard.press('ArrowUp');
    await expect.poll(async () => Number(await separator.getAttribute('aria-valuenow'))).toBeLessThan(before);
    const chosen = Number(await separator.getAttribute('aria-valuenow'));
    const height = await heightOf(view);
    await expect
      .poll(() => JSON.parse(readFileSync(join(first.userData, 'settings.json'), 'utf8')) as unknown)
      .toMatchObject({ panel: 'account', timelinePercent: Math.round((100 - chosen) * 10) / 10 });
    await new Desktop(first.app).quit();

    const second = await launch({ userData: first.userData });
    const again = new BenchWindow(second.page);
    await expect(again.heading('Account & network')).toBeVisible();
    await expect.poll(() => heightOf(again)).toBeGreaterThan(height - 3);
    expect(await heightOf(again)).toBeLessThan(height + 3);
  });

  test('what is typed in a panel, and the height, when the timeline comes and goes', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    await view.open('Auth tickets');
    await view.tickets.for('Name').check({ force: true });
    await view.tickets.field('Name').fill('half a wo');
    const separator = page.getByRole('separator', { name: 'Height of the timeline' });
    await separator.focus();
    await page.keyboard.press('ArrowUp');
    const height = await heightOf(view);
    for (let times = 0; times < 2; times += 1) {
      await page.keyboard.press('ControlOrMeta+J');
      await expect(view.timeline.grid).toBeHidden();
      await expect(view.tickets.field('Name')).toHaveValue('half a wo');
      await page.keyboard.press('ControlOrMeta+J');
      await expect(view.timeline.grid).toBeVisible();
      await expect(view.tickets.field('Name')).toHaveValue('half a wo');
      await expect.poll(() => heightOf(view)).toBeGreaterThan(height - 3);
      expect(await heightOf(view)).toBeLessThan(height + 3);
    }
    await separator.focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => heightOf(view)).toBeGreaterThan(height + 3);
  });

  test('that the timeline is hidden and the navigation narrow', async ({ launch }) => {
    const first = await launch();
    const view = new BenchWindow(first.page);
    await first.page.keyboard.press('ControlOrMeta+J');
    await expect(view.timeline.grid).toBeHidden();
    await first.page.keyboard.press('ControlOrMeta+B');
    await expect(view.navigation.getByRole('button', { name: 'Widen the navigation' })).toBeVisible();
    await new Desktop(first.app).quit();

    const second = await launch({ userData: first.userData });
    const again = new BenchWindow(second.page);
    await expect(again.navigation.getByRole('button', { name: 'Widen the navigation' })).toBeVisible();
    await expect(again.timeline.grid).toBeHidden();
    await second.page.keyboard.press('ControlOrMeta+E');
    await expect(again.timeline.grid).toBeFocused();
  });

  for (const [story, content] of [
    ['is cut off', '{ "theme": "dar'],
    ['holds something else', '[1, 2, 3]'],
    ['is empty', ''],
  ] as const) {
    test(`nothing, and still starts, where its file ${story}`, async ({ launch }) => {
      const first = await launch();
      await new BenchWindow(first.page).palette.run('Theme: dark');
      await new Desktop(first.app).quit();
      writeFileSync(join(first.userData, 'settings.json'), content);

      const second = await launch({ userData: first.userData });
      const view = new BenchWindow(second.page);
      await expect(view.heading('Connection')).toBeVisible();
      await expect(second.page.locator('html')).not.toHaveAttribute('data-theme');
      await view.palette.run('Theme: light');
      await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'light');
      expect(JSON.parse(readFileSync(join(first.userData, 'settings.json'), 'utf8'))).toMatchObject({
        theme: 'light',
      });
    });
  }
});

test.describe('the mark of the simulator', () => {
  test('is in sight on every panel while nothing comes from Steam', async ({ launch }) => {
    const view = new BenchWindow((await launch()).page);
    for (const title of panelTitles) {
      await view.open(title);
      await expect(view.mark).toHaveText('SIMULATED');
      await expect(view.mark).toBeInViewport({ ratio: 1 });
    }
    await expect(view.timeline.rows.last()).toContainText('SIM');
  });

  test('is nowhere while Steam answers', async ({ native }) => {
    const { page } = native.bench;
    const view = new BenchWindow(page);
    await view.palette.run('Issue a session ticket for anyone');
    for (const title of panelTitles.filter((each) => each !== 'Simulation')) {
      await view.open(title);
      await expect(view.mark).toHaveText(/STEAM\s*connected/);
      await expect(page.getByText('Simulated', { exact: true }).and(page.locator(':not(label)'))).toHaveCount(
        0,
      );
    }
    await expect(view.timeline.grid.getByRole('gridcell', { name: 'SIM', exact: true })).toHaveCount(0);
    await view.palette.run('Connect to the simulator');
    const question = view.dialog('There is 1 live ticket');
    await question.getByRole('button', { name: 'Cancel them and connect' }).click();
    await expect(view.mark).toHaveText('SIMULATED');
  });
});

/** Presses Tab until the control has focus; gives up after more presses than the window has controls. */
async function tabTo(control: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_CONTROLS; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await control.page().keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** Height of the timeline in pixels. */
async function heightOf(view: BenchWindow): Promise<number> {
  return (await view.timeline.region.boundingBox())?.height ?? 0;
}

/** Of a computed colour, 0 to 255. */
function brightness(colour: string): number {
  const parts =
    colour
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}
