import { fromHex } from '../../app/steam/hex.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { doctorChecks } from '../pages/connection-panel.ts';
import { Desktop } from '../pages/desktop.ts';
import { ServersPanel } from '../pages/servers-panel.ts';

// All that is copied is in this one file: the clipboard is shared, and the tests of a file run one after another.

const ticketHex = 'c0ffee0ddba11e57a5f00dfacef1a9e5';
const steamId = '76561202255187930';

test.describe('the clipboard', () => {
  test('gets a ticket as hex or Base64, without the page seeing it', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const desktop = new Desktop(bench.app);
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await ticket.copyHex.click();
    await expect.poll(() => desktop.clipboardText()).toBe(ticketHex);
    await ticket.copyBase64.click();
    await expect.poll(() => desktop.clipboardText()).toBe(Buffer.from(ticketHex, 'hex').toString('base64'));
    expect(await bench.page.content()).not.toMatch(/c0\s?ff\s?ee\s?0d/i);
  });

  test('gets the blob of a connection by the old way, without the page seeing it', async ({ native }) => {
    const { bench, steam } = native;
    const panel = new ServersPanel(bench.page);
    const desktop = new Desktop(bench.app);
    await steam.setValue('initiateGameConnection', fromHex(ticketHex) ?? new Uint8Array());
    await panel.open();
    await panel.fill('Initiate a connection', {
      serverId: '90071992547409921',
      serverIp: '10.1.2.3',
      serverPort: 27016,
    });
    await panel.press('Initiate a connection', 'Initiate');
    await panel.connection(1).getByRole('button', { name: 'Copy hex' }).click();
    await expect.poll(() => desktop.clipboardText()).toBe(ticketHex);
    await panel.connection(1).getByRole('button', { name: 'Copy Base64' }).click();
    await expect.poll(() => desktop.clipboardText()).toBe(Buffer.from(ticketHex, 'hex').toString('base64'));
    expect(await bench.page.content()).not.toMatch(/c0\s?ff\s?ee\s?0d/i);
  });

  test('gets the Steam id in each of its forms', async ({ native }) => {
    const { bench, steam } = native;
    const { page } = bench;
    const view = new BenchWindow(page);
    const desktop = new Desktop(bench.app);
    await steam.setValue('getSteamID', steamId);
    await view.palette.run('Connect to Steam');
    await view.bar.getByRole('button', { name: `Copy Steam id ${steamId}` }).click();
    await expect.poll(() => desktop.clipboardText()).toBe(steamId);
    for (const [form, text] of [
      ['Steam3', '[U:1:4294922202]'],
      ['Steam2', 'STEAM_1:0:2147461101'],
      ['Account id', '4294922202'],
      ['Steam64', steamId],
    ] as const) {
      await view.bar.getByRole('button', { name: 'Other forms of the Steam id' }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${form}`) }).click();
      await expect.poll(() => desktop.clipboardText()).toBe(text);
    }
    await view.palette.run('Copy Steam id');
    await expect(view.notice('Steam id copied')).toBeVisible();
  });

  test('gets the report of the init doctor', async ({ launch }) => {
    const { app, page } = await launch({ flags: ['--client=steam'] });
    const { connection } = new BenchWindow(page);
    const desktop = new Desktop(app);
    await connection.doctor.getByRole('button', { name: 'Copy report' }).click();
    await expect.poll(() => desktop.clipboardText()).toContain('Steam Test Bench, init doctor');
    const report = await desktop.clipboardText();
    for (const [index, title] of doctorChecks.entries()) expect(report).toContain(`${index + 1}. ${title}: `);
    expect(report).toContain('3. Steam client: failed');
  });

  test('gets an entry of the timeline with its credentials masked', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline, palette } = new BenchWindow(bench.page);
    const desktop = new Desktop(bench.app);
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await palette.run('Issue a session ticket for anyone');
    await timeline.named('getAuthSessionTicket').click();
    // Also while it is shown.
    await timeline.detail.show.click();
    await timeline.detail.copy.click();
    await expect.poll(() => desktop.clipboardText()).toContain('getAuthSessionTicket');
    const copied = await desktop.clipboardText();
    expect(JSON.parse(copied)).toMatchObject({ kind: 'call', value: { buffer: '«16 bytes masked»' } });
    expect(copied).not.toContain(ticketHex);
  });
});
