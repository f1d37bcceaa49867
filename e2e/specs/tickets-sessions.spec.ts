import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { fromHex } from '../../app/steam/hex.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';
import { SessionsPart } from '../pages/sessions-part.ts';

/** Bytes that nothing else in the window holds. */
const ticketHex = 'c0ffee0ddba11e57a5f00dfacef1a9e5';
const ticketBytes = fromHex(ticketHex) ?? new Uint8Array();

test.describe('a ticket for the web API', () => {
  test('waits for its bytes, which can be shown, copied and saved then', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const desktop = new Desktop(bench.app);
    await steam.automatic('getAuthTicketForWebApi', false);
    await steam.setValue('getAuthTicketForWebApi', 88);
    await view.open('Auth tickets');
    await view.tickets.kind('Web API ticket').check({ force: true });
    await view.tickets.field('Identity (optional)').fill('shop-backend');
    await view.tickets.issue.click();

    const ticket = view.tickets.card(1);
    await expect(ticket.card.getByRole('progressbar')).toHaveAccessibleName(
      'Waiting for Steam’s callback 168',
    );
    await expect(ticket.fact('for')).toHaveText('“shop-backend”');
    await expect(ticket.copyHex).toBeDisabled();
    const asked = (await steam.calls()).find(({ name }) => name === 'getAuthTicketForWebApi');
    expect(asked?.args).toEqual({ serviceIdentity: 'shop-backend' });

    const answer = { authTicket: 88, result: 1, ticketSize: 16, ticketBuffer: ticketBytes };
    await steam.postCallback(168, encodeCallback('getTicketForWebApi', answer, 4));
    await expect(ticket.state('Confirmed')).toBeVisible();
    await expect(ticket.fact('size')).toHaveText('16 bytes');
    expect(await bench.page.content()).not.toMatch(/c0\s?ff\s?ee\s?0d/i);
    await ticket.copyHex.click();
    expect(await desktop.clipboardText()).toBe(ticketHex);

    for (const [kind, file] of [
      ['As bytes', 'ticket.bin'],
      ['As hex', 'ticket.txt'],
    ] as const) {
      const path = join(bench.userData, file);
      await desktop.chooseFile(path);
      await ticket.save(kind);
      await expect(view.notice(path)).toBeVisible();
    }
    expect(new Uint8Array(await readFile(join(bench.userData, 'ticket.bin')))).toEqual(ticketBytes);
    expect(await readFile(join(bench.userData, 'ticket.txt'), 'utf8')).toBe(`${ticketHex}\n`);

    await desktop.chooseFile(join(bench.userData, 'missing', 'ticket.bin'));
    await ticket.save('As bytes');
    await expect(view.notice('The ticket was not saved')).toBeVisible();
    await ticket.cancel.click();
    await expect(ticket.state('Cancelled')).toBeVisible();
  });
});

test.describe('a ticket of the simulator', () => {
  test('for the web API has no bytes while Steam’s servers are out of reach', async ({ launch }) => {
    const bench = await launch();
    const view = new BenchWindow(bench.page);
    await view.open('Auth tickets');
    await view.tickets.kind('Web API ticket').check({ force: true });
    await view.tickets.issue.click();
    await expect(view.tickets.card(1).state('Confirmed')).toBeVisible();
    await expect(view.tickets.card(1).fact('for')).toHaveText('no identity');
    await bench.page.evaluate(() => window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 }));
    await view.tickets.issue.click();
    const refused = view.tickets.card(2);
    await expect(refused.state('Refused')).toBeVisible();
    await expect(refused.card).toContainText('EResult 3 NoConnection');
    await expect(refused.show).toBeDisabled();
    expect(await seriousFindings(bench.page)).toEqual([]);
  });

  test('shows who checks it, and the checking player hears that it is cancelled', async ({ launch }) => {
    const bench = await launch();
    const view = new BenchWindow(bench.page);
    const sessions = new SessionsPart(bench.page);
    await view.palette.run('Theme: dark');
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await expect(ticket.state('Confirmed')).toBeVisible();
    await bench.page.evaluate(async () => {
      const [known, shown] = await Promise.all([
        window.bench.simulation.get(),
        window.bench.tickets.reveal({ number: 1 }),
      ]);
      if (!known.ok || !shown.ok) throw new Error('The simulator does not answer.');
      const { steamId: ofSteamId, accounts } = known.value;
      const steamId = accounts[1]?.steamId ?? '';
      await window.bench.simulation.raise({
        kind: 'peerBeginsSession',
        steamId,
        ticketHex: shown.value.hex,
        ofSteamId,
      });
    });
    await expect(ticket.holders).toHaveText([/^Simulated Bo \d+ \(as the simulator shows\)$/]);
    await view.tickets.issue.click();
    await expect(view.tickets.card(2).state('Confirmed')).toBeVisible();
    await view.tickets.card(2).beginSession.click();
    await sessions.begin.click();
    await expect(sessions.card(1).state('Verified')).toBeVisible();
    expect(await seriousFindings(bench.page)).toEqual([]);
    await view.tickets.show('Tickets');
    await view.tickets.card(2).cancel.click();
    await view.tickets.show('Sessions');
    await expect(sessions.card(1).verdicts).toHaveText([/^6 AuthTicketCanceled/, /^0 OK/]);
  });
});

test.describe('a session', () => {
  test('with Valve’s library: begun, verified, asked about a licence, told of the cancellation, ended', async ({
    native,
  }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const sessions = new SessionsPart(bench.page);
    await steam.automatic('beginAuthSession', false);
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    await expect(view.tickets.card(1).state('Confirmed')).toBeVisible();
    await view.tickets.card(1).beginSession.click();
    const own = await sessions.steamId.inputValue();
    expect(own).toMatch(/^7656\d+$/);
    await sessions.begin.click();

    const session = sessions.card(1);
    await expect(session.state('Waiting')).toBeVisible();
    await expect(session.wait).toBeVisible();
    await expect(session.fact('BeginAuthSession')).toContainText('0 OK, at once');
    await expect(session.fact('ticket')).toContainText('Ticket 1');
    const friend = '76561202255187930';
    await steam.postCallback(
      143,
      encodeCallback('validateAuthTicketResponse', { authId: own, response: 0, ownerId: friend }, 4),
    );
    await expect(session.state('Verified')).toBeVisible();
    await expect(session.card).toContainText('Borrowed game');
    await expect(session.verdicts).toHaveText([new RegExp(`0 OK after [\\d.]+ m?s.*belongs to ${friend}`)]);

    await session.appId.fill('440');
    await session.checkLicence.click();
    await expect(session.licences).toHaveText(['App 440 0 HasLicense']);
    await steam.setValue('userHasLicenseForApp', 1);
    await session.appId.fill('570');
    await session.checkLicence.click();
    await expect(session.licences).toHaveText(['App 440 0 HasLicense', 'App 570 1 DoesNotHaveLicense']);
    expect(await seriousFindings(bench.page)).toEqual([]);

    await view.tickets.show('Tickets');
    await expect(view.tickets.card(1).holders).toHaveText([`you ${own} (a session here)`]);
    await view.tickets.card(1).cancel.click();
    await view.tickets.show('Sessions');
    await expect(session.state('Ticket cancelled')).toBeVisible();
    await expect(session.verdicts).toHaveText([/^6 AuthTicketCanceled/, /^0 OK/]);
    await session.end.click();
    await expect(session.state('Ended')).toBeVisible();
    const ended = (await steam.calls()).filter(({ name }) => name === 'endAuthSession');
    expect(ended.map(({ args }) => args)).toEqual([{ steamId: own }]);
  });

  test('is unanswered, then takes the verdict that comes late; and is lost with the pipe', async ({
    native,
  }) => {
    test.setTimeout(60_000);
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const sessions = new SessionsPart(bench.page);
    await steam.automatic('beginAuthSession', false);
    await view.open('Auth tickets');
    await view.tickets.show('Sessions');
    await sessions.source('Pasted').check({ force: true });
    await sessions.pasted.fill(ticketHex);
    await sessions.steamId.fill('76561202255187930');
    await sessions.begin.click();
    const session = sessions.card(1);
    await expect(session.wait).toHaveAttribute('aria-valuetext', /^(20|19) s left$/);
    await expect(session.state('Unanswered')).toBeVisible({ timeout: 30_000 });
    const verdict = { authId: '76561202255187930', response: 2, ownerId: '76561202255187930' };
    await steam.postCallback(143, encodeCallback('validateAuthTicketResponse', verdict, 4));
    await expect(session.state('Refused')).toBeVisible();
    await expect(session.verdicts).toContainText(['2 NoLicenseOrExpired after']);
    // Neither the page nor the timeline spells the ticket out.
    await expect(bench.page.locator('body')).not.toContainText(ticketHex);

    await steam.die('pipe');
    await expect(session.state('Lost')).toBeVisible();
    await expect(session.end).toBeHidden();
  });

  test('in the simulator: with a file of another player’s, and with a player whose game is borrowed', async ({
    launch,
  }) => {
    const bench = await launch();
    const view = new BenchWindow(bench.page);
    const sessions = new SessionsPart(bench.page);
    await view.open('Auth tickets');
    const { steamId, hex } = await bench.page.evaluate(async () => {
      const known = await window.bench.simulation.get();
      const other = known.ok ? (known.value.accounts[1]?.steamId ?? '') : '';
      await window.bench.simulation.raise({ kind: 'peerIssuesTicket', steamId: other });
      const now = await window.bench.simulation.get();
      const ticket = now.ok ? now.value.world?.peers[0]?.tickets[0] : undefined;
      return { steamId: other, hex: ticket?.hex ?? '' };
    });
    const path = join(bench.userData, 'theirs.txt');
    await writeFile(path, hex);
    await view.tickets.show('Sessions');
    await sessions.source('File').check({ force: true });
    await sessions.file.setInputFiles(path);
    await expect(sessions.steamId).toHaveValue(steamId);
    await sessions.begin.click();
    await expect(sessions.card(1).state('Verified')).toBeVisible();
    await sessions.begin.click();
    await expect(sessions.card(2).state('Not begun')).toBeVisible();
    await expect(sessions.card(2).fact('BeginAuthSession')).toContainText('2 DuplicateRequest, at once');

    await sessions.source('Simulated player').check({ force: true });
    await bench.page.getByRole('combobox', { name: 'Simulated player' }).click();
    await bench.page.getByRole('option', { name: /Cleo/ }).click();
    await sessions.begin.click();
    await expect(sessions.card(3).state('Verified')).toBeVisible();
    await expect(sessions.card(3).card).toContainText('Borrowed game');
    await expect(sessions.all).toHaveCount(3);
    await view.palette.run('Disconnect');
    const question = view.dialog('There are 2 open sessions');
    await question.getByRole('button', { name: 'End them and disconnect' }).click();
    await expect(sessions.card(3).state('Ended')).toBeVisible();
    await expect(sessions.begin).toBeDisabled();
  });
});
