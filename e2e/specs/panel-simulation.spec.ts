import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { boxOf } from '../pages/box-of.ts';

/** Hatched, at both ends of the mark, in pixels. */
const SHOULDER = 18;

test.describe('the simulation panel', () => {
  test('lets Steam tell the game to leave a server, with a reason', async ({ launch }) => {
    const view = new BenchWindow((await launch()).page);
    const { simulation, timeline } = view;
    await view.open('Simulation');
    await simulation.choose('Reason of the denial', /^5 Cheater/);
    await simulation.button('Deny').click();
    const denial = timeline.named('clientGameServerDeny');
    await expect(denial).toHaveCount(1);
    await expect(denial).toContainText('reason 5 Cheater');
  });

  test('holds a ticket back while time is paused, and lets it through by a step', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const { simulation, tickets } = view;
    await view.open('Simulation');
    await simulation.pauseTime.click();
    await expect(simulation.clock).toContainText('paused');
    const [mark, words] = [await boxOf(view.mark), await boxOf(view.mark.getByText('time paused'))];
    expect(words.x - mark.x).toBeGreaterThan(SHOULDER + 8);
    expect(mark.x + mark.width - words.x - words.width).toBeGreaterThan(SHOULDER + 8);

    await view.open('Auth tickets');
    await tickets.issue.click();
    await expect(tickets.card(1).state('Waiting')).toBeVisible();

    await view.open('Simulation');
    await simulation.step('1 s').click();
    await view.open('Auth tickets');
    await expect(tickets.card(1).state('Confirmed')).toBeVisible();
  });

  test('keeps the account from the market, with a reason', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const { simulation, timeline } = view;
    await view.open('Simulation');
    await simulation.show('Account');
    await simulation.switch('TradeBanned').click();
    await expect(simulation.switch('TradeBanned')).toBeChecked();
    await page.evaluate(() => window.bench.steam.call({ name: 'getMarketEligibility' }));
    const answer = timeline.named('marketEligibilityResponse');
    await expect(answer).toContainText('allowed false');
    await expect(answer).toContainText('16 TradeBanned');
  });

  test('chooses the answer to the next call, which comes once', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const { simulation, tickets } = view;
    await view.open('Simulation');
    await simulation.show('Next answer');
    await simulation.choose('EResult', /^15 AccessDenied/);
    await simulation.button('Choose this answer').click();
    await expect(simulation.list(/^Answers chosen/)).toContainText('15 AccessDenied');
    await view.open('Auth tickets');
    await tickets.issue.click();
    await expect(tickets.card(1).state('Refused')).toBeVisible();
    await tickets.issue.click();
    await expect(tickets.card(2).state('Confirmed')).toBeVisible();
  });

  test('is greyed out while Steam answers, and says why', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    await view.open('Simulation');
    await expect(native.bench.page.getByText(/A real Steam client is connected/)).toBeVisible();
    await expect(view.simulation.button('Deny')).toBeDisabled();
    await expect(view.simulation.pauseTime).toBeDisabled();
    await view.simulation.show('Account');
    await expect(view.simulation.switch('TradeBanned')).toBeDisabled();
  });
});
