import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';

test.describe('another player', () => {
  test('has a window, an account and a journal of their own', async ({ launch }) => {
    const { app, page } = await launch();
    const [second] = await Promise.all([
      app.waitForEvent('window'),
      page.evaluate(() => window.bench.players.open({})),
    ]);
    await second.getByRole('banner').waitFor();
    await expect(new BenchWindow(second).bar).toContainText('Simulated Bo');
    await expect(new BenchWindow(second).mark).toContainText('SIMULATED');
    await expect(new BenchWindow(page).bar).toContainText('Simulated Ada');

    await second.evaluate(() => window.bench.tickets.issueSession({}));
    expect(await page.evaluate(() => window.bench.tickets.get())).toMatchObject({ value: { tickets: [] } });
    expect(await second.evaluate(() => window.bench.tickets.get())).toMatchObject({
      value: { tickets: [{ number: 1, isSimulated: true }] },
    });
  });

  test('is verified by the first one, and heard of when they leave', async ({ launch }) => {
    const { app, page } = await launch();
    const [second] = await Promise.all([
      app.waitForEvent('window'),
      page.evaluate(() => window.bench.players.open({})),
    ]);
    await second.getByRole('banner').waitFor();
    const given = await second.evaluate(async () => {
      const issued = await window.bench.tickets.issueSession({});
      const bytes = await window.bench.tickets.reveal({ number: 1 });
      const session = await window.bench.session.get();
      if (!issued.ok || !bytes.ok || !session.ok) throw new Error('no ticket');
      return { hex: bytes.value.hex, steamId: session.value.steamId ?? '' };
    });
    await page.evaluate(
      ({ hex, steamId }) => window.bench.sessions.begin({ ticket: { text: hex }, steamId }),
      given,
    );
    const verdicts = () =>
      page.evaluate(async () => {
        const book = await window.bench.tickets.get();
        return book.ok ? book.value.sessions[0]?.verdicts.map(({ response }) => response) : [];
      });
    await expect.poll(verdicts).toEqual([0]);
    await second.evaluate(() => window.bench.desktop.leave());
    await expect.poll(verdicts).toEqual([0, 6]);
  });

  test('is somebody else each time, until nobody is left', async ({ launch }) => {
    const { app, page } = await launch();
    const opened: unknown[] = [];
    for (let count = 0; count < 4; count += 1) {
      opened.push(await page.evaluate(() => window.bench.players.open({})));
    }
    expect(opened.slice(0, 3)).toEqual([
      { ok: true, value: { steamId: expect.stringMatching(/730$/) as unknown } },
      { ok: true, value: { steamId: expect.stringMatching(/731$/) as unknown } },
      { ok: true, value: { steamId: expect.stringMatching(/732$/) as unknown } },
    ]);
    expect(opened[3]).toMatchObject({ ok: false, error: { code: 'no-account-left' } });
    await expect.poll(() => app.windows().length).toBe(4);
  });

  test('needs the simulated client', async ({ native }) => {
    const { page } = native.bench;
    expect(await page.evaluate(() => window.bench.players.open({}))).toMatchObject({
      ok: false,
      error: { code: 'simulated-only' },
    });
  });
});
