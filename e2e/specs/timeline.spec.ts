import { readFile } from 'node:fs/promises';
import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { fromHex } from '../../app/steam/hex.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';
import type { RunningBench } from '../launch.ts';

const ticketHex = 'c0ffee0ddba11e57a5f00dfacef1a9e5';
const firstBytes = /c0\s?ff\s?ee\s?0d/i;
const issueTicket = 'Issue a session ticket for anyone';

/** Rows that may be in the document, however many entries there are: what is in sight and a few at either end. */
const MOST_ROWS = 80;
const BURST = 100_000;

const call = ({ page }: RunningBench, name: string, args: object = {}) =>
  page.evaluate(([called, given]) => window.bench.steam.call({ name: called, args: given }), [
    name,
    args,
  ] as const);

test.describe('the timeline', () => {
  test('shows a simulated call as it is made, and whose answer it is', async ({ launch }) => {
    const bench = await launch();
    const { timeline } = new BenchWindow(bench.page);
    await call(bench, 'getGameBadgeLevel', { series: 7, foil: true });
    const row = timeline.named('getGameBadgeLevel').last();
    await expect(row).toContainText('series 7 · foil true → 0');
    await expect(row.getByRole('gridcell', { name: 'call', exact: true })).toBeVisible();
    await expect(row.getByRole('gridcell', { name: 'SIM', exact: true })).toBeVisible();
  });

  test('leads from a call to its callback and back', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const { timeline } = view;
    await view.palette.run(issueTicket);
    const asked = timeline.named('getAuthSessionTicket');
    const answered = timeline.named('getAuthSessionTicketResponse');
    await expect(asked.getByRole('gridcell', { name: 'Steam', exact: true })).toBeVisible();
    await timeline.jump(asked).click();
    await expect(answered).toHaveAttribute('aria-selected', 'true');
    await expect(asked).toHaveAttribute('aria-selected', 'false');

    await answered.click();
    await expect(timeline.detail.title('getAuthSessionTicketResponse')).toBeVisible();
    await timeline.detail.partner.click();
    await expect(asked).toHaveAttribute('aria-selected', 'true');
    await expect(timeline.detail.title('getAuthSessionTicket')).toBeVisible();

    await timeline.grid.focus();
    await native.bench.page.keyboard.press('p');
    await expect(answered).toHaveAttribute('aria-selected', 'true');
  });

  test('leads across a call result as well', async ({ native }) => {
    const { bench } = native;
    const { timeline } = new BenchWindow(bench.page);
    await call(bench, 'getMarketEligibility');
    const result = timeline.named('marketEligibilityResponse');
    await expect(result.getByRole('gridcell', { name: 'result', exact: true })).toBeVisible();
    await timeline.jump(result).click();
    await expect(timeline.named('getMarketEligibility')).toHaveAttribute('aria-selected', 'true');
  });

  test('shows the kinds, the name or the words that are asked for', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const { timeline } = view;
    await view.palette.run(issueTicket);
    await expect(timeline.named('getAuthSessionTicketResponse')).toBeVisible();
    await expect(timeline.named('getGameBadgeLevel').first()).toBeAttached();

    await timeline.kind('Calls').click();
    await expect(timeline.kind('Calls')).toHaveAttribute('aria-pressed', 'false');
    await expect(timeline.named('getAuthSessionTicket')).toHaveCount(0);
    await expect(timeline.named('getAuthSessionTicketResponse')).toBeVisible();
    await timeline.kind('Calls').click();
    await expect(timeline.named('getAuthSessionTicket')).toBeVisible();

    await timeline.showOnly('getPlayerSteamLevel');
    await expect(timeline.rows).toHaveCount(1);
    await expect(timeline.named('getPlayerSteamLevel')).toContainText('→ 42');
    await timeline.showOnly('');

    await timeline.search.fill('badge series 2');
    await expect(timeline.rows).toHaveCount(2);
    await expect(timeline.figures(/^2 of \d+$/)).toBeVisible();
    await timeline.search.fill('no such words');
    await timeline.showEveryEntry.click();
    await expect(timeline.search).toHaveValue('');
    await expect(timeline.named('getAuthSessionTicket')).toBeVisible();
  });

  test('pauses without losing anything, and goes on', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline } = new BenchWindow(bench.page);
    await timeline.pause.click();
    await steam.postCallback(125, new Uint8Array(1));
    await expect(timeline.figures(/^Paused · 1 new$/)).toBeVisible();
    await expect(timeline.named('licensesUpdated')).toHaveCount(0);
    await timeline.pause.click();
    await expect(timeline.named('licensesUpdated')).toBeVisible();
    await expect(timeline.figures(/Paused/)).toBeHidden();
  });

  test('follows the newest entry until somebody looks back', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline } = new BenchWindow(bench.page);
    await expect(timeline.follow).toHaveAttribute('aria-pressed', 'true');
    await timeline.grid.focus();
    await bench.page.keyboard.press('Home');
    await expect(timeline.follow).toHaveAttribute('aria-pressed', 'false');
    await expect(timeline.rows.first()).toBeInViewport();
    await steam.burst(154, 200, new Uint8Array(4));
    await expect(timeline.kind('Callbacks')).toContainText('200');
    await expect(timeline.rows.first()).toHaveAttribute('aria-rowindex', '2');
    await expect(timeline.rows.first()).toBeInViewport();

    await timeline.follow.click();
    await expect(timeline.rows.last()).toContainText('encryptedAppTicketResponse');
    await expect(timeline.rows.last()).toBeInViewport();
  });

  test('forgets every entry when it is cleared, and goes on', async ({ native }) => {
    const { bench } = native;
    const { timeline } = new BenchWindow(bench.page);
    await expect(timeline.rows).not.toHaveCount(0);
    await timeline.clear.click();
    await expect(timeline.rows).toHaveCount(0);
    await expect(timeline.grid).toContainText('The timeline is empty');
    await expect(timeline.clear).toBeDisabled();
    await call(bench, 'getPlayerSteamLevel');
    await expect(timeline.rows).toHaveCount(1);
    const held = await bench.page.evaluate(() => window.bench.journal.read({}));
    expect(held.ok && held.value.entries).toHaveLength(1);
  });

  test('shows fields, what their numbers mean, and the bytes they came from', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline } = new BenchWindow(bench.page);
    const fields = { authId: '76561202255187930', response: 6, ownerId: '76561202255187932' };
    await steam.postCallback(143, encodeCallback('validateAuthTicketResponse', fields, 4));
    await timeline.named('validateAuthTicketResponse').click();
    const { detail } = timeline;
    await expect(detail.field('authId')).toContainText('76561202255187930');
    await expect(detail.field('ownerId')).toContainText('76561202255187932');
    await expect(detail.field('response')).toContainText(/^6 AuthTicketCanceled\S?.+/);
    await expect(detail.rawBytes).toContainText('0000da 4f ff ff 01 00 10 01');
    await expect(detail.show).toBeHidden();
  });

  test('masks credentials until they are asked for', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { timeline } = view;
    const { detail } = timeline;
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await view.palette.run(issueTicket);
    await timeline.named('getAuthSessionTicket').click();
    await expect(detail.field('buffer')).toContainText('«16 bytes masked»');
    expect(await bench.page.content()).not.toMatch(firstBytes);

    await detail.show.click();
    await expect(detail.field('buffer')).toContainText(ticketHex);
    await detail.hide.click();
    await expect(detail.field('buffer')).toContainText('masked');
    expect(await bench.page.content()).not.toMatch(firstBytes);

    // What was shown of one entry is masked again when somebody comes back to it.
    await detail.show.click();
    await timeline.named('getAuthSessionTicketResponse').click();
    await timeline.named('getAuthSessionTicket').click();
    await expect(detail.field('buffer')).toContainText('masked');
  });

  test('masks the bytes of a web ticket’s callback', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline } = new BenchWindow(bench.page);
    await steam.setValue('getAuthTicketForWebApi.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await call(bench, 'getAuthTicketForWebApi', { serviceIdentity: 'shop' });
    await timeline.named('getTicketForWebApi').click();
    await expect(timeline.detail.field('ticketBuffer')).toContainText('«16 bytes masked»');
    await expect(timeline.detail.rawBytes).toBeHidden();
    expect(await bench.page.content()).not.toMatch(firstBytes);
    await timeline.detail.show.click();
    await expect(timeline.detail.rawBytes).toContainText(firstBytes);
  });

  test('saves every entry as JSON Lines, credentials masked', async ({ native }, testInfo) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const { timeline } = view;
    const path = testInfo.outputPath('saved.jsonl');
    const desktop = new Desktop(bench.app);
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await steam.setValue('getAuthTicketForWebApi.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await view.palette.run(issueTicket);
    await call(bench, 'getAuthTicketForWebApi', {});
    await expect(timeline.named('getTicketForWebApi')).toBeVisible();
    await expect(timeline.named('getAuthSessionTicketResponse')).toBeVisible();

    await desktop.chooseFile(undefined);
    await timeline.save.click();
    await desktop.chooseFile(path);
    await timeline.save.click();
    await expect(view.notice(/\d+ entries saved, credentials masked/)).toBeVisible();

    const text = await readFile(path, 'utf8');
    const lines = text.trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { readonly seq: number; readonly name: string });
    const held = await bench.page.evaluate(() => window.bench.journal.read({}));
    expect(entries.map(({ seq }) => seq)).toEqual(
      held.ok ? held.value.entries.slice(0, entries.length).map(({ seq }) => seq) : [],
    );
    expect(entries.map(({ name }) => name)).toContain('getTicketForWebApi');
    expect(text).toContain('«16 bytes masked»');
    expect(text).not.toContain(ticketHex);
    expect(text).not.toContain(Buffer.from(ticketHex, 'hex').toString('base64'));
  });

  test('says so where the file cannot be written', async ({ launch }) => {
    const { app, page } = await launch();
    const view = new BenchWindow(page);
    await new Desktop(app).chooseFile('/proc/no-such-folder/saved.jsonl');
    await view.timeline.save.click();
    await expect(view.notice('The journal was not saved')).toBeVisible();
  });

  test('holds a hundred thousand callbacks, in order, with few rows drawn', async ({ native }) => {
    const { bench, steam } = native;
    const { timeline } = new BenchWindow(bench.page);
    const name = 'encryptedAppTicketResponse';
    await steam.burst(154, BURST, encodeCallback(name, { result: 0 }, 4));
    await expect(timeline.kind('Callbacks')).toContainText(BURST.toLocaleString('en'), { timeout: 40_000 });

    // The stand-in numbers them: the last one has the highest number as its result.
    await timeline.grid.focus();
    await bench.page.keyboard.press('End');
    await timeline.showOnly(name);
    await timeline.grid.focus();
    await bench.page.keyboard.press('End');
    await expect(timeline.rows.last()).toContainText(`result ${BURST - 1}`);
    await expect(timeline.rows.last()).toBeInViewport();
    expect(await timeline.rows.count()).toBeLessThan(MOST_ROWS);

    await bench.page.keyboard.press('Home');
    await expect(timeline.rows.first()).toContainText('result 0');
    await expect(timeline.rows.first()).toBeInViewport();
    await expect(timeline.grid).toHaveAttribute('aria-rowcount', String(BURST + 1));
    expect(await timeline.rows.count()).toBeLessThan(MOST_ROWS);
  });
});
