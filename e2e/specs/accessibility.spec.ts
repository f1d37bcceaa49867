import { expect, test } from '../fixtures.ts';
import { seriousFindings, type Finding } from '../pages/audit.ts';
import { BenchWindow, panelTitles } from '../pages/bench-window.ts';

/** Looks at the window as it is now, and remembers under which name. */
type Audit = (place: string) => Promise<void>;

function startAudit({ page }: BenchWindow): { readonly audit: Audit; readonly findings: readonly Finding[] } {
  const findings: (Finding & { readonly place: string })[] = [];
  return {
    findings,
    audit: async (place) => {
      for (const finding of await seriousFindings(page)) findings.push({ place, ...finding });
    },
  };
}

for (const theme of ['dark', 'light'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test('every panel can be used by everybody while a client is connected', async ({ launch }) => {
      const view = new BenchWindow((await launch()).page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      for (const title of panelTitles) {
        await view.open(title);
        await audit(title);
      }
      await view.open('Auth tickets');
      await view.tickets.issue.click();
      const ticket = view.tickets.card(1);
      await expect(ticket.state('Confirmed')).toBeVisible();
      await ticket.show.click();
      await expect(ticket.bytes).toBeVisible();
      await audit('a ticket, its bytes shown');
      await view.timeline.named('getAuthSessionTicket').click();
      await view.timeline.detail.show.click();
      await audit('the detail of a call');
      await view.timeline.named('getAuthSessionTicketResponse').click();
      await audit('the detail of a callback');
      expect(findings).toEqual([]);
    });

    test('so can they where Steam did not answer', async ({ launch }) => {
      const view = new BenchWindow((await launch({ flags: ['--client=steam'] })).page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      await expect(view.connection.checks).toHaveCount(7);
      for (const title of panelTitles) {
        await view.open(title);
        await audit(title);
      }
      expect(findings).toEqual([]);
    });

    test('so can they where the simulator stands in', async ({ launch }) => {
      const view = new BenchWindow((await launch({ flags: [] })).page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      await expect(view.connection.checks).toHaveCount(7);
      await audit('Connection');
      expect(findings).toEqual([]);
    });

    test('so can they while no client is connected', async ({ launch }) => {
      const view = new BenchWindow((await launch()).page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      await view.palette.run('Disconnect');
      await expect(view.connection.fact('State')).toHaveText('Disconnected');
      for (const title of panelTitles) {
        await view.open(title);
        await audit(title);
      }
      await view.palette.run('Clear the timeline');
      await audit('an empty timeline');
      await view.palette.run('Show or hide the timeline');
      await audit('a hidden timeline');
      await view.palette.run('Narrow or widen the navigation');
      await audit('a narrow navigation');
      expect(findings).toEqual([]);
    });

    test('so can whatever lies over the window', async ({ launch }) => {
      const { page } = await launch();
      const view = new BenchWindow(page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      await view.palette.open();
      await audit('the palette');
      await page.keyboard.press('Escape');
      for (const [action, dialog] of [
        ['Keyboard shortcuts', 'Keyboard shortcuts'],
        ['About Steam Test Bench', 'Steam Test Bench'],
      ] as const) {
        await view.palette.run(action);
        await expect(view.dialog(dialog)).toBeVisible();
        await audit(dialog);
        await page.keyboard.press('Escape');
        await expect(view.dialog(dialog)).toBeHidden();
      }
      await view.bar.getByRole('button', { name: 'Other forms of the Steam id' }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      await audit('the forms of the Steam id');
      expect(findings).toEqual([]);
    });

    test('so can the window where a client broke or an event went wrong', async ({ native }) => {
      const view = new BenchWindow(native.bench.page);
      const { audit, findings } = startAudit(view);
      await view.palette.run(`Theme: ${theme}`);
      await native.steam.setValue('getAuthSessionTicket.callbackResult', 25);
      await view.open('Auth tickets');
      await view.tickets.issue.click();
      await expect(view.tickets.card(1).state('Refused')).toBeVisible();
      await audit('a ticket that was refused');
      await native.steam.postCallback(103, new Uint8Array(1));
      await expect(view.timeline.named('sizeMismatch')).toBeVisible();
      await native.steam.die('pipe');
      await expect(view.page.getByRole('button', { name: 'Connect again' })).toBeVisible();
      await audit('a broken pipe');
      expect(findings).toEqual([]);
    });
  });
}

test('nothing moves for those who asked their system for less motion', async ({ launch }) => {
  const { page } = await launch();
  const view = new BenchWindow(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await view.palette.open();
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration)),
    ),
  );
  expect(longest).toBeLessThanOrEqual(1);
});
