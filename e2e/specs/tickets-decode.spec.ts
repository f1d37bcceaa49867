import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { toHex } from '../../app/steam/hex.ts';
import { someSessionTicket, STEAM_ID } from '../../app/tickets/reading/some-tickets.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { DecodePart } from '../pages/decode-part.ts';
import type { RunningBench } from '../launch.ts';

async function openDecode(bench: RunningBench): Promise<DecodePart> {
  await new BenchWindow(bench.page).open('Auth tickets');
  const decode = new DecodePart(bench.page);
  await decode.open();
  return decode;
}

/** Answers the file dialogue in the user's place. */
async function openWith(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

test.describe('decode tickets', () => {
  test('decode shows owner, app and signature of an issued ticket, and its bytes only when asked', async ({
    launch,
  }) => {
    const bench = await launch();
    await bench.page.evaluate(() => window.bench.tickets.issueSession({}));
    const decode = await openDecode(bench);
    await decode.choose(1);

    await expect(decode.fact('Ticket 1', 'Owner')).toContainText(STEAM_ID);
    await expect(decode.fact('Ticket 1', 'App')).toHaveText('480');
    await expect(decode.fact('Ticket 1', 'Expires')).toContainText(/in 20 d 23 h/);
    await expect(decode.section('Ticket 1')).toContainText('Simulated');
    await expect(decode.section('Signature')).toContainText('Simulated signature');
    await expect(
      bench.page.getByText('An unencrypted ticket proves nothing until Steam has verified it.'),
    ).toBeVisible();

    await expect(decode.bytes('Ticket 1')).toBeHidden();
    await decode.showBytes.click();
    await expect(decode.bytes('Ticket 1')).toContainText('14 00 00 00');
    await decode.part('Signature').click();
    await expect(decode.bytes('Ticket 1').getByText('SIMULATED', { exact: false }).first()).toBeInViewport();
    expect(await seriousFindings(bench.page)).toEqual([]);
    await decode.hideBytes.click();
    await expect(decode.bytes('Ticket 1')).toBeHidden();
  });

  test('decode names the character of text that is none, and the byte where a ticket breaks', async ({
    launch,
  }) => {
    const decode = await openDecode(await launch());
    await decode.pasted.fill('14:00:zz');
    await decode.decode.click();
    await expect(decode.failure).toContainText('Character 7: “z” is no hex digit.');
    await expect(decode.failure).toContainText('not-text');

    await decode.pasted.fill(toHex(someSessionTicket().subarray(0, 100)));
    await decode.pasted.press('Control+Enter');
    await expect(decode.failure).toContainText(/^Byte 52: .* 198 bytes long, 44 follow\./);
    await expect(decode.failure).toContainText('ticket-broken');

    await decode.pasted.fill(Buffer.from(someSessionTicket()).toString('base64'));
    await decode.decode.click();
    await expect(decode.failure).toBeHidden();
    await expect(decode.fact('Pasted ticket', 'Owner')).toContainText(STEAM_ID);
    await decode.clear.click();
    await expect(decode.section('Pasted ticket')).toBeHidden();
  });

  test('decode takes files: opened ones with text or bytes, and dropped ones', async ({ launch }) => {
    const bench = await launch();
    const decode = await openDecode(bench);
    const text = join(bench.userData, 'ticket.txt');
    await writeFile(text, `${toHex(someSessionTicket())}\n`);
    await openWith(bench.app, text);
    await decode.openFile.click();
    await expect(decode.fact('ticket.txt', 'App')).toHaveText('480');
    await expect(decode.showBytes).toBeHidden();

    await decode.drop('ticket.bin', [...someSessionTicket()]);
    await expect(decode.fact('ticket.bin', 'Owner')).toContainText(STEAM_ID);
    await decode.showBytes.click();
    await expect(decode.bytes('ticket.bin')).toContainText('14 00 00 00');

    await decode.drop('film.mkv', new Array<number>(70_000).fill(1));
    await expect(decode.failure).toContainText('“film.mkv” is too large for a ticket.');
    await expect(decode.section('ticket.bin')).toBeHidden();
  });

  test('decode checks the signature of what Steam gave, and says where its bytes are no ticket', async ({
    native,
  }) => {
    const { bench, steam } = native;
    const ticket = someSessionTicket();
    ticket.fill(7, ticket.length - 128);
    await steam.setValue('getAuthSessionTicket.ticket', ticket);
    await bench.page.evaluate(() => window.bench.tickets.issueSession({}));
    await steam.setValue('getAuthSessionTicket.ticket', ticket.subarray(0, 30));
    await bench.page.evaluate(() => window.bench.tickets.issueSession({}));

    const decode = await openDecode(bench);
    await decode.choose(1);
    await expect(decode.fact('Ticket 1', 'Owner')).toContainText(STEAM_ID);
    await expect(decode.section('Signature')).toContainText('Signature does not fit');
    await expect(decode.section('Ticket 1')).not.toContainText('Simulated');

    await decode.choose(2);
    await expect(decode.failure).toContainText('Byte 28: the session header takes 8 bytes, only 2 left.');
  });
});
