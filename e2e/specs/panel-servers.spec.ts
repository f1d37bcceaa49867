import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { userCallbacks } from '../../app/steam/user-callbacks.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { ServersPanel } from '../pages/servers-panel.ts';

const server = { serverId: '90071992547409921', serverIp: '10.1.2.3', serverPort: 27016 };

const deny = (reason: number) =>
  encodeCallback(
    'clientGameServerDeny',
    { appId: 480, ip: server.serverIp, serverPort: server.serverPort, secure: 1, reason },
    4,
  );

test.describe('the game servers panel', () => {
  test('advertises a game and takes it back', async ({ native }) => {
    const { bench, steam } = native;
    const panel = new ServersPanel(bench.page);
    await panel.open();
    await expect(panel.fence).toContainText('Session tickets have replaced these calls');
    const form = panel.form('Advertise a game');
    await panel.fill('Advertise a game', server);
    await panel.press('Advertise a game', 'Advertise');
    await expect(form.getByRole('status')).toContainText('10.1.2.3:27016');
    await panel.press('Advertise a game', 'Take back');
    await expect(form.getByRole('status')).toContainText('Nothing is advertised');
    const told = (await steam.calls()).filter(({ name }) => name === 'advertiseGame');
    expect(told.map(({ args }) => Object.values(args))).toEqual([
      [server.serverId, server.serverIp, server.serverPort],
      ['0', '0.0.0.0', 0],
    ]);
  });

  test('initiates connections, which end by the game or by Steam', async ({ native }) => {
    const { bench, steam } = native;
    const panel = new ServersPanel(bench.page);
    await steam.setValue('initiateGameConnection', new Uint8Array(180));
    await panel.open();
    await panel.fill('Initiate a connection', server);
    await panel.press('Initiate a connection', 'Initiate');
    await expect(panel.connection(1)).toContainText('Open');
    await expect(panel.connection(1)).toContainText('blob of 180 bytes');
    await expect(panel.navigationItem).toHaveAccessibleName(/1 legacy connection/);
    await panel.connection(1).getByRole('button', { name: 'Terminate' }).click();
    await expect(panel.connection(1)).toContainText('Terminated');

    await panel.press('Initiate a connection', 'Initiate');
    await steam.postCallback(userCallbacks.clientGameServerDeny.id, deny(5));
    await expect(panel.connection(2)).toContainText('5 Cheater: The account is VAC banned');
    await expect(panel.denials).toContainText([/5 Cheater.*10\.1\.2\.3:27016/]);
    expect(await seriousFindings(bench.page)).toEqual([]);

    await steam.setValue('initiateGameConnection', new Uint8Array(0));
    await panel.press('Initiate a connection', 'Initiate');
    await expect(panel.connection(3)).toContainText('Refused');
  });

  test('takes back what it told before the client is closed', async ({ native }) => {
    const { bench, steam } = native;
    const panel = new ServersPanel(bench.page);
    await panel.open();
    await panel.fill('Initiate a connection', server);
    await panel.press('Initiate a connection', 'Initiate');
    await expect(panel.connection(1)).toContainText('Open');
    await bench.page.evaluate(() => window.bench.session.disconnect());
    await expect(panel.connection(1)).toContainText('Terminated');
    const ended = (await steam.calls()).filter(({ name }) => name === 'terminateGameConnection');
    expect(ended.map(({ args }) => Object.values(args))).toEqual([[server.serverIp, server.serverPort]]);
  });

  test('names each of the sixteen reasons of a denial', async ({ native }) => {
    const { bench, steam } = native;
    const panel = new ServersPanel(bench.page);
    await panel.open();
    for (let reason = 0; reason <= 15; reason += 1) {
      await steam.postCallback(userCallbacks.clientGameServerDeny.id, deny(reason));
    }
    await expect(panel.denials).toHaveCount(16);
    await expect(panel.denials.first()).toContainText('15 SteamOwnerLeftGuestUser');
  });

  test('does all of it simulated, and says so', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new ServersPanel(page);
    await panel.open();
    await panel.press('Initiate a connection', 'Initiate');
    await expect(panel.form('Initiate a connection')).toContainText('A 64-bit Steam id in digits.');
    await panel.fill('Initiate a connection', server);
    await panel.press('Initiate a connection', 'Initiate');
    await expect(panel.connection(1)).toContainText(/Open.*Simulated/);
    await page.evaluate((place) => {
      const { serverIp: ip, serverPort } = place;
      const event = {
        kind: 'clientGameServerDeny',
        appId: 480,
        ip,
        serverPort,
        secure: 0,
        reason: 13,
      } as const;
      return window.bench.simulation.raise(event);
    }, server);
    await expect(panel.connection(1)).toContainText('13 SteamResponseTimedOut');
    await expect(panel.denials).toContainText([/Simulated/]);
    expect(await seriousFindings(page)).toEqual([]);
    await panel.fence.getByRole('button', { name: 'Deny one in Simulation' }).click();
    await expect(view.heading('Simulation')).toBeVisible();
  });

  test('says what is missing where no client is connected', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const view = new BenchWindow(page);
    const panel = new ServersPanel(page);
    await panel.open();
    await expect(panel.form('Advertise a game').getByRole('button', { name: 'Advertise' })).toBeDisabled();
    await page.getByRole('main').getByRole('button', { name: 'Open Connection' }).click();
    await expect(view.heading('Connection')).toBeVisible();
  });
});
