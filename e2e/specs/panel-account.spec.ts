import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { createSteamHome } from '../steam-client-double/steam-client-double.ts';

test.describe('the account panel', () => {
  test('shows the simulated account', async ({ launch }) => {
    const view = new BenchWindow((await launch()).page);
    const { account } = view;
    await view.open('Account & network');
    await expect(account.answer('Logged on', 'yes')).toBeVisible();
    await expect(account.answer('Behind NAT', 'no')).toBeVisible();
    await expect(account.answer('Phone verified', 'yes')).toBeVisible();
    await expect(account.answer('Phone identifying', 'yes')).toBeVisible();
    await expect(account.answer('Phone awaiting verification', 'no')).toBeVisible();
    await expect(account.answer('Two-factor', 'yes')).toBeVisible();
    await expect(account.steamLevel).toHaveText('42');
    expect(await account.badgeLevels(1)).toEqual(['5', '1']);
    expect(await account.badgeLevels(2)).toEqual(['3', '0']);
    await expect(account.fact('Persona')).toHaveText('Simulated Ada');
    await expect(account.fact('Country')).toHaveText(/NZ.*New Zealand/);
    await expect(account.fact('Language')).toHaveText('english');
    await expect(account.fact('Steam id')).toContainText('76561202255165729');
  });

  test('shows what Steam answers, and asks again', async ({ launch }) => {
    const home = createSteamHome({
      script: [
        'set getSteamID 76561202255187930',
        'set getPersonaName Grüße, Zoë',
        'set getIPCountry NZ',
        'set getCurrentGameLanguage german',
        'set getPlayerSteamLevel 137',
        'set getGameBadgeLevel 4',
        'set getGameBadgeLevel.foil 0',
        'set isBehindNAT off',
        'set isPhoneVerified off',
        'set isPhoneIdentifying on',
        'set isPhoneRequiringVerification on',
        'set isTwoFactorEnabled off',
      ].map((line) => line.replace(/ on$/, ' true').replace(/ off$/, ' false')),
    });
    const { page } = await launch({ flags: ['--client=steam'], home: home.path });
    const view = new BenchWindow(page);
    const { account } = view;
    await view.open('Account & network');
    await expect(account.answer('Logged on', 'yes')).toBeVisible();
    await expect(account.answer('Behind NAT', 'no')).toBeVisible();
    await expect(account.answer('Phone verified', 'no')).toBeVisible();
    await expect(account.answer('Phone identifying', 'yes')).toBeVisible();
    await expect(account.answer('Phone awaiting verification', 'yes')).toBeVisible();
    await expect(account.answer('Two-factor', 'no')).toBeVisible();
    await expect(account.steamLevel).toHaveText('137');
    expect(await account.badgeLevels(1)).toEqual(['4', '0']);
    await expect(account.fact('Persona')).toHaveText('Grüße, Zoë');
    await expect(account.fact('Country')).toHaveText(/NZ.*New Zealand/);
    await expect(account.fact('Language')).toHaveText('german');
    await expect(account.fact('Steam2 id')).toContainText('STEAM_1:0:2147461101');
    home.remove();
  });

  test('reads again when asked to', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const { account } = view;
    await view.open('Account & network');
    await expect(account.steamLevel).toHaveText('42');
    await expect(account.answer('Behind NAT', 'yes')).toBeVisible();
    await native.steam.setValue('getPlayerSteamLevel', 43);
    await native.steam.setValue('isBehindNAT', false);
    await account.refresh.click();
    await expect(account.steamLevel).toHaveText('43');
    await expect(account.answer('Behind NAT', 'no')).toBeVisible();
  });

  test('asks for as many badge series as are wanted', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const { account } = view;
    await view.open('Account & network');
    await expect(account.badges.getByRole('rowheader')).toHaveText(['1', '2', '3', '4']);
    await account.moreSeries.click();
    await expect(account.badges.getByRole('rowheader')).toHaveText(['1', '2', '3', '4', '5']);
    const asked = (await native.steam.calls()).filter(({ name }) => name === 'getGameBadgeLevel');
    expect(asked.at(-1)?.args).toMatchObject({ series: 5, foil: true });
  });

  test('follows the connection to the servers as it goes and comes back', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { account } = view;
    await view.open('Account & network');
    await expect(account.strip).toHaveAccessibleName(/Now: Online/);
    await expect(account.history).toHaveCount(1);

    await steam.setValue('loggedOn', false);
    await steam.postCallback(103, encodeCallback('steamServerDisconnected', { result: 3 }, 4));
    await expect(account.answer('Logged on', 'no')).toBeVisible();
    await expect(account.lamp('Behind NAT')).toContainText('Not valid now');
    await expect(account.strip).toHaveAccessibleName(/Now: Offline/);
    await expect(account.history.first()).toContainText('3 NoConnection');
    await expect(view.bar.getByText('Not logged on')).toBeVisible();

    await steam.postCallback(
      102,
      encodeCallback('steamServerConnectFailed', { result: 35, retrying: true }, 4),
    );
    await expect(account.strip).toHaveAccessibleName(/Now: Failing/);
    await expect(account.history.first()).toContainText('35 ');

    await steam.setValue('loggedOn', true);
    await steam.postCallback(101, encodeCallback('steamServerConnected', {}, 4));
    await expect(account.answer('Logged on', 'yes')).toBeVisible();
    await expect(account.strip).toHaveAccessibleName(/Now: Online/);
    await expect(account.history).toHaveCount(4);
    await expect(view.bar.getByText('Logged on', { exact: true })).toBeVisible();
  });

  test('follows the simulator’s events as well', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    await view.open('Simulation');
    await page.getByRole('button', { name: 'Server disconnected' }).click();
    await expect(view.navigationItem('Account & network')).toHaveAccessibleName(/Not logged on/);
    await view.open('Account & network');
    await expect(view.account.answer('Logged on', 'no')).toBeVisible();
    await expect(view.account.history.first()).toContainText('3 NoConnection');
  });

  test('says what is missing where no client is connected', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const view = new BenchWindow(page);
    await view.open('Account & network');
    await expect(view.account.refresh).toBeDisabled();
    await page.getByRole('button', { name: 'Open Connection' }).click();
    await expect(view.heading('Connection')).toBeVisible();
  });
});
