import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { WalkThroughPart } from '../pages/walk-through-part.ts';

async function openWalkThrough(page: Page): Promise<WalkThroughPart> {
  await new BenchWindow(page).open('Auth tickets');
  const walk = new WalkThroughPart(page);
  await walk.open();
  return walk;
}

test.describe('the walk-through', () => {
  test('goes through the whole flow with the simulated client', async ({ launch }) => {
    const { page } = await launch();
    const walk = await openWalkThrough(page);
    await walk.run.click();
    await expect(walk.said(/All 8 steps went well/)).toBeVisible();
    await expect(walk.step('Hear that it was cancelled')).toContainText('6 AuthTicketCanceled');
    await expect(walk.steps.filter({ hasText: 'Done' })).toHaveCount(8);
    await expect(walk.said('Simulated').first()).toBeVisible();
  });

  test('goes through the whole flow over Valve’s library', async ({ native }) => {
    const { bench, steam } = native;
    const walk = await openWalkThrough(bench.page);
    await walk.run.click();
    await expect(walk.said(/All 8 steps went well/)).toBeVisible();
    const calls = (await steam.calls()).map(({ name }) => name);
    expect(calls.filter((name) => /Ticket|Session|License/.test(name))).toEqual([
      'getAuthSessionTicket',
      'beginAuthSession',
      'userHasLicenseForApp',
      'cancelAuthTicket',
      'endAuthSession',
    ]);
  });

  test('says which step failed, and gives back what it took', async ({ launch }) => {
    const { page } = await launch();
    await page.evaluate(() =>
      window.bench.simulation.raise({
        kind: 'nextAnswer',
        name: 'beginAuthSession',
        outcome: { kind: 'verdict', response: 3 },
      }),
    );
    const walk = await openWalkThrough(page);
    await walk.run.click();
    await expect(walk.step('Wait for Steam’s verdict')).toContainText('3 VACBanned');
    await expect(walk.step('Check the licence')).toContainText('Left out');
    await expect(walk.step('End the session')).toContainText('Done');
    const book = await page.evaluate(() => window.bench.tickets.get());
    expect(book).toMatchObject({ ok: true, value: { tickets: [{ state: 'cancelled' }] } });
  });
});
