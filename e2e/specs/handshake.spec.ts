import { expect, test } from '../fixtures.ts';
import type { RunningBench } from '../launch.ts';
import { seriousFindings } from '../pages/audit.ts';
import { openHandshake, openNextPlayer, type MeetingWindow } from '../pages/handshake-panel.ts';
import { createSteamHome } from '../steam-client-double/steam-client-double.ts';
import { setValueLine } from '../steam-client-double/script-lines.ts';

/** The fourth simulated account is offline at first. */
const DOV = '76561202255165732';

/** Windows of one app, the first of which hosts and the others have joined. */
async function meet(bench: RunningBench, count: number): Promise<readonly MeetingWindow[]> {
  const host = await openHandshake(bench.page);
  const { address, code } = await host.panel.host();
  const windows = [host];
  for (let number = 2; number <= count; number += 1) {
    const guest = await openNextPlayer(bench.app, host.panel);
    if (number === 4)
      await guest.page.evaluate(
        (steamId) => window.bench.simulation.set({ accountOf: steamId, account: { loggedOn: true } }),
        DOV,
      );
    await guest.panel.joinAt(address, code);
    await expect(guest.panel.joined).toBeVisible();
    windows.push(guest);
  }
  for (const { panel } of windows) await expect(panel.verdictsSaying('OK')).toHaveCount(count * (count - 1));
  return windows;
}

test.describe('a handshake', () => {
  test('of two windows: both verify each other, one leaves, the other hears it from Steam', async ({
    launch,
  }) => {
    const [host, guest] = await meet(await launch(), 2);
    if (host === undefined || guest === undefined) throw new Error('Two windows were opened.');
    await expect(host.panel.player('Simulated Bo')).toContainText('Here');
    await expect(guest.panel.player('Simulated Ada')).toContainText('Host');
    expect(await seriousFindings(host.page)).toEqual([]);

    await guest.panel.leave.click();
    await expect(guest.panel.start).toBeVisible();
    await expect(host.panel.player('Simulated Bo')).toContainText('Left');
    await expect(host.panel.verdictsOn('Simulated Bo', 'AuthTicketCanceled')).toHaveCount(1);
  });

  test('of four windows: all verdicts are OK everywhere, and everybody hears who leaves', async ({
    launch,
  }) => {
    const bench = await launch();
    const windows = await meet(bench, 4);
    const [host, second, third, fourth] = windows;
    if (host === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('Four windows were opened.');
    // Cleo plays a game of Ada's.
    await expect(second.panel.verdictsOn('Simulated Cleo', 'OK').filter({ hasText: 'Borrowed' })).toHaveCount(
      3,
    );

    await second.panel.leave.click();
    for (const { panel } of [host, third, fourth])
      await expect(panel.verdictsOn('Simulated Bo', 'AuthTicketCanceled')).toHaveCount(3);

    // Nothing of them is cut off in the smallest window.
    await bench.app.evaluate(({ BrowserWindow }) => {
      for (const open of BrowserWindow.getAllWindows()) open.setContentSize(960, 600);
    });
    const widths = () =>
      host.panel.table.evaluate(({ scrollWidth, clientWidth }) => [
        scrollWidth - clientWidth,
        clientWidth < 720,
      ]);
    await expect.poll(widths).toEqual([0, true]);

    // A window that goes without being asked takes its tickets along as well.
    await destroyNewestWindow(bench);
    for (const { panel } of [host, third]) {
      await expect(panel.player('Simulated Dov')).toContainText(/Left|Vanished/, { timeout: 12_000 });
      await expect(panel.verdictsOn('Simulated Dov', 'AuthTicketCanceled')).not.toHaveCount(0);
    }

    await host.panel.leave.click();
    await expect(third.window.notice('The host ended the meeting.')).toBeVisible();
  });

  test('is not joined with a wrong code, and the host sees who tried', async ({ launch }) => {
    const bench = await launch();
    const host = await openHandshake(bench.page);
    const { address } = await host.panel.host();
    const stranger = await openNextPlayer(bench.app, host.panel);
    await stranger.panel.joinAt(address, 'WRNG-WRNG');
    await expect(stranger.panel.text('The join code is not the one of this meeting.')).toBeVisible();
    await expect(host.panel.refusals).toContainText('The join code is not the one of this meeting.');
  });

  test('of two apps over two Steam clients: native tickets, native verdicts', async ({ launch }) => {
    const ids = ['76561202255187930', '76561202255187931'] as const;
    const homes = ids.map((id) => createSteamHome({ script: [setValueLine('getSteamID', id)] }));
    try {
      const windows: MeetingWindow[] = [];
      const benches: RunningBench[] = [];
      for (const home of homes) {
        const bench = await launch({ flags: ['--client=steam', '--app-id=480'], home: home.path });
        benches.push(bench);
        windows.push(await openHandshake(bench.page));
      }
      const [host, guest] = windows;
      if (host === undefined || guest === undefined) throw new Error('Two apps were started.');
      const { address, code } = await host.panel.host();
      await guest.panel.joinAt(address, code);
      for (const { panel } of windows) {
        await expect(panel.verdictsSaying('OK')).toHaveCount(2);
        await expect(panel.player(ids[0])).toContainText('Host');
        await expect(panel.player(ids[1])).toContainText('Here');
        await expect(panel.text('Simulated')).toHaveCount(0);
      }
      // The process is gone at once: nobody says goodbye.
      benches[1]?.app.process().kill('SIGKILL');
      await expect(host.panel.player(ids[1])).toContainText('Vanished', { timeout: 12_000 });
    } finally {
      for (const home of homes) home.remove();
    }
  });
});

/** Takes the newest window away without the page or anybody else being asked. */
function destroyNewestWindow({ app }: RunningBench): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const newestId = Math.max(...windows.map(({ id }) => id));
    windows.find(({ id }) => id === newestId)?.destroy();
  });
}
