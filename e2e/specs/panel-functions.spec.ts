import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { fromHex } from '../../app/steam/hex.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';

/** Bytes that nothing else in the window holds. */
const ticketHex = 'c0ffee0ddba11e57a5f00dfacef1a9e5';
const firstBytes = /c0\s?ff\s?ee\s?0d/i;

test.describe('the functions panel', () => {
  test('finds a function by its SDK name, calls it with the keyboard, and keeps the call', async ({
    launch,
  }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const { functions } = view;
    await page.keyboard.press('ControlOrMeta+0');
    await functions.search.fill('GetPlayerSteam');
    await expect(functions.options).toHaveCount(1);
    await functions.search.press('Enter');
    await expect(functions.title('getPlayerSteamLevel')).toBeVisible();
    await functions.call.focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(functions.part('Result')).toContainText('result42');
    await expect(functions.part('Result')).toContainText('Simulated');
    await expect(functions.part('steamworks.js')).toContainText('client.localplayer.getLevel()');

    await functions
      .part('Last calls')
      .getByRole('button', { name: /^Show call \d+ in the timeline$/ })
      .first()
      .click();
    await expect(view.timeline.selected).toContainText('getPlayerSteamLevel');

    // Who comes back finds what they left.
    await view.open('Connection');
    await view.open('Functions');
    await expect(functions.title('getPlayerSteamLevel')).toBeVisible();
  });

  test('checks a form before Steam is asked, then passes on what was entered', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { functions } = view;
    await view.open('Functions');
    await functions.choose('userHasLicenseForApp');
    await functions.field('steamId').fill('somebody');
    await functions.field('appId').fill('-1');
    await functions.call.click();
    await expect(functions.field('steamId')).toHaveAccessibleDescription(/unsigned 64-bit number/);
    await expect(functions.field('appId')).toHaveAccessibleDescription(/from 0 to 4294967295/);
    expect((await steam.calls()).filter(({ name }) => name === 'userHasLicenseForApp')).toEqual([]);

    await functions.field('steamId').fill('76561202255187977');
    await functions.field('appId').fill('4000000001');
    await functions.field('appId').press('Enter');
    await expect(functions.part('Last calls')).toContainText('steamId 76561202255187977 · appId 4000000001');
    const told = (await steam.calls()).filter(({ name }) => name === 'userHasLicenseForApp');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0]?.args)).toContain('4000000001');
    await expect(functions.part('Result')).toContainText(/\d HasLicense|\d DoesNotHaveLicense|\d NoAuth/);
  });

  test('masks a ticket until it is asked for, and shows the callback that answers', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { functions } = view;
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await view.open('Functions');
    await functions.choose('getAuthSessionTicket');
    await functions.example.click();
    await expect(functions.part('C++')).toContainText('identity.SetIPv4Addr(0x7f000001, 27015);');
    await functions.call.click();
    await expect(functions.part('Result')).toContainText('«16 bytes masked»');
    await expect(functions.part('Result')).toContainText(/Answered after [\d.]+ .?s by the callback/);
    await expect(functions.part('Result')).toContainText('1 OK');
    expect(await bench.page.content()).not.toMatch(firstBytes);
    await functions.show.click();
    await expect(functions.bytes('Bytes of buffer')).toContainText(firstBytes);
  });

  test('shows where the fields of a callback lie, and what came last', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { functions } = view;
    await view.open('Functions');
    await functions.choose('clientGameServerDeny');
    await expect(functions.part('Layout')).toContainText('16 bytes on every platform');
    await expect(functions.part('Layout').getByRole('row', { name: /reason/ })).toContainText('EDenyReason');
    await expect(functions.part('Last seen')).toContainText('Not seen');
    const fields = { appId: 480, ip: '192.0.2.1', serverPort: 27016, secure: 1, reason: 5 };
    await steam.postCallback(113, encodeCallback('clientGameServerDeny', fields, 4));
    await expect(functions.part('Last seen')).toContainText('seen once');
    await expect(functions.part('Last seen')).toContainText('5 Cheater');
    await expect(functions.part('Last seen')).toContainText('192.0.2.1');
  });
});
