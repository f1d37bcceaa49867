import { encodeCallback } from '../../app/steam/callback-bytes.ts';
import { fromHex } from '../../app/steam/hex.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';

/** Bytes that nothing else in the window holds. */
const ticketHex = 'c0ffee0ddba11e57a5f00dfacef1a9e5';
const firstBytes = /c0\s?ff\s?ee\s?0d/i;

test.describe('the tickets panel', () => {
  test('issues a ticket of the simulator, waits, and tells how long Steam took', async ({ launch }) => {
    const view = new BenchWindow((await launch()).page);
    const { tickets } = view;
    await view.open('Auth tickets');
    await tickets.issue.click();
    const ticket = tickets.card(1);
    await expect(ticket.state('Confirmed')).toBeVisible();
    await expect(ticket.card).toContainText(/Answered after [\d.]+ m?s\./);
    await expect(ticket.card).toContainText('Simulated');
    await expect(view.navigationItem('Auth tickets')).toHaveAccessibleName(/1 live/);

    await tickets.issue.click();
    await expect(tickets.card(2).state('Confirmed')).toBeVisible();
    await expect(tickets.all).toHaveText([/^Ticket 2/, /^Ticket 1/]);
  });

  test('issues for anyone, a Steam id, an address or a name, as Steam is told', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    const { tickets } = view;
    await view.open('Auth tickets');
    await tickets.issue.click();
    await expect(tickets.card(1).fact('for')).toHaveText('anyone');

    await tickets.for('Steam id').check({ force: true });
    await tickets.field('Steam id').fill('76561202255187930');
    await tickets.issue.click();
    await expect(tickets.card(2).fact('for')).toHaveText('76561202255187930');

    await tickets.for('Address').check({ force: true });
    await tickets.field('IPv4 address').fill('192.0.2.17');
    await tickets.issue.click();
    await expect(tickets.field('Port')).toHaveAccessibleDescription('0 to 65535.');
    await tickets.field('Port').fill('27015');
    await tickets.field('Port').press('Enter');
    await expect(tickets.card(3).fact('for')).toHaveText('192.0.2.17:27015');

    await tickets.for('Name').check({ force: true });
    await tickets.field('Name').fill('größer');
    await expect(tickets.field('Name')).toHaveAccessibleDescription('8 of 31 bytes in UTF-8');
    await tickets.issue.click();
    await expect(tickets.card(4).fact('for')).toHaveText('“größer”');

    const told = (await native.steam.calls())
      .filter(({ name }) => name === 'getAuthSessionTicket')
      .map(({ args }) => JSON.stringify(args));
    expect(told).toHaveLength(4);
    expect(told[1]).toContain('76561202255187930');
    expect(told[2]).toContain('192.0.2.17');
    expect(told[3]).toContain('größer');
    await expect(tickets.card(4).state('Confirmed')).toBeVisible();
  });

  test('counts down while Steam says nothing, then calls it unanswered; a late answer still counts', async ({
    native,
  }) => {
    test.setTimeout(60_000);
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    await steam.automatic('getAuthSessionTicket', false);
    await steam.setValue('getAuthSessionTicket', 77);
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await expect(ticket.state('Waiting')).toBeVisible();
    await expect(ticket.wait).toHaveAttribute('aria-valuetext', /^(20|19) s left$/);
    await expect(ticket.wait).toHaveAttribute('aria-valuetext', '17 s left');
    await expect(view.navigationItem('Auth tickets')).toHaveAccessibleName(/1 waiting for Steam/);

    await expect(ticket.state('Unanswered')).toBeVisible({ timeout: 30_000 });
    await expect(ticket.wait).toBeHidden();
    await expect(ticket.card).toContainText('No callback came in time');

    await steam.postCallback(
      163,
      encodeCallback('getAuthSessionTicketResponse', { authTicket: 77, result: 1 }, 4),
    );
    await expect(ticket.state('Confirmed')).toBeVisible();
    await expect(ticket.card).toContainText(/Answered after 2\d\.\d s\./);
  });

  test('shows a refusal by number, name and meaning', async ({ native }) => {
    const view = new BenchWindow(native.bench.page);
    await native.steam.setValue('getAuthSessionTicket.callbackResult', 25);
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await expect(ticket.state('Refused')).toBeVisible();
    await expect(ticket.card).toContainText(/EResult 25 LimitExceeded\. \S+/);
    await expect(view.navigationItem('Auth tickets')).toHaveAccessibleName(/1 refused/);
  });

  test('keeps the bytes out of the page until they are asked for', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    await steam.setValue('getAuthSessionTicket.ticket', fromHex(ticketHex) ?? new Uint8Array());
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await expect(ticket.state('Confirmed')).toBeVisible();
    await expect(ticket.fact('size')).toHaveText('16 bytes');
    await expect(view.timeline.named('getAuthSessionTicketResponse')).toBeVisible();
    expect(await bench.page.content()).not.toMatch(firstBytes);

    await ticket.show.click();
    await expect(ticket.bytes.getByRole('rowheader', { name: '00000000' })).toBeVisible();
    await expect(ticket.bytes).toContainText(firstBytes);
    expect(await bench.page.content()).toMatch(firstBytes);

    await ticket.hide.click();
    await expect(ticket.bytes).toBeHidden();
    expect(await bench.page.content()).not.toMatch(firstBytes);
  });

  test('cancels a ticket, and Steam is told by its handle', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    await steam.setValue('getAuthSessionTicket', 4711);
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    const ticket = view.tickets.card(1);
    await expect(ticket.state('Confirmed')).toBeVisible();
    await expect(ticket.fact('handle')).toHaveText('4711');
    await ticket.cancel.click();
    await expect(ticket.state('Cancelled')).toBeVisible();
    await expect(ticket.cancel).toBeHidden();
    const cancelled = (await steam.calls()).filter(({ name }) => name === 'cancelAuthTicket');
    expect(cancelled).toHaveLength(1);
    expect(Object.values(cancelled[0]?.args ?? {})).toEqual([4711]);
  });

  test('calls a ticket lost whose client is gone', async ({ launch }) => {
    const view = new BenchWindow((await launch()).page);
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    await expect(view.tickets.card(1).state('Confirmed')).toBeVisible();
    await view.palette.run('Disconnect');
    const question = view.dialog('There is 1 live ticket');
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(view.tickets.card(1).state('Confirmed')).toBeVisible();
    await view.palette.run('Disconnect');
    await question.getByRole('button', { name: 'Cancel them and disconnect' }).click();
    await expect(view.tickets.issue).toBeDisabled();
    // A clean disconnect cancels first: nobody is left with a ticket that no client stands for.
    await expect(view.tickets.card(1).state('Cancelled')).toBeVisible();
  });
});
