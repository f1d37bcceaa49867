import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { doctorChecks } from '../pages/connection-panel.ts';
import { createSteamHome, type SteamHome } from '../steam-client-double/steam-client-double.ts';

/** Installs the stand-in for the Steam client on a machine that had none, and starts it. */
function startSteam(home: SteamHome): void {
  const other = createSteamHome();
  cpSync(join(other.path, '.steam'), join(home.path, '.steam'), { recursive: true, verbatimSymlinks: true });
  other.remove();
}

test.describe('the connection panel', () => {
  test('connects to the simulator with a known test id, and disconnects', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const { connection, mark } = new BenchWindow(page);
    await connection.client('Simulated').check({ force: true });
    await page.getByRole('button', { name: '440 Team Fortress 2' }).click();
    await connection.connect.click();
    await expect(connection.fact('State')).toHaveText('Connected');
    await expect(connection.fact('Client')).toHaveText('Simulated');
    await expect(connection.fact('App id')).toHaveText(/^440.*Team Fortress 2, entered in this window/);
    await expect(connection.fact('Persona')).toHaveText('Simulated Ada');
    await expect(mark).toHaveText('SIMULATED');

    await connection.disconnect.click();
    await expect(connection.fact('State')).toHaveText('Disconnected');
    await expect(connection.fact('Persona')).toContainText('not known');
    await expect(connection.disconnect).toBeDisabled();
  });

  for (const [typed, problem] of [
    ['', /Enter an app id/],
    ['4.80', /digits only/],
    ['4294967296', /at most 4294967295/],
    ['0', /app ids begin at 1/],
  ] as const) {
    test(`refuses "${typed}" as an app id and says why`, async ({ launch }) => {
      const { page } = await launch();
      const { connection } = new BenchWindow(page);
      await connection.appId.fill(typed);
      await connection.appId.press('Enter');
      await expect(connection.appId).toHaveAttribute('aria-invalid', 'true');
      await expect(connection.appId).toHaveAccessibleDescription(problem);
      await expect(connection.appId).toBeFocused();
      await expect(connection.fact('App id')).toHaveText(/^480/);
    });
  }

  test('changes the app of a Steam that is connected', async ({ native }) => {
    const { connection } = new BenchWindow(native.bench.page);
    await expect(connection.fact('Client')).toHaveText('Steam');
    await expect(connection.fact('App id')).toHaveText(/^480.*from --app-id on the command line/);
    await connection.appId.fill('570');
    await connection.connect.click();
    await expect(connection.fact('App id')).toHaveText(/^570/);
    await expect(connection.fact('State')).toHaveText('Connected');
  });
});

test.describe('the init doctor', () => {
  test('says check by check what a machine without Steam lacks', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam'] });
    const { connection, mark } = new BenchWindow(page);
    await expect(mark).toHaveText(/STEAM\s*failed/);
    await expect(connection.failure).toContainText('client-missing');
    await expect(connection.checks).toHaveCount(doctorChecks.length);
    const texts = await connection.checks.allInnerTexts();
    for (const [index, title] of doctorChecks.entries()) {
      expect(texts[index]).toContain(title);
      expect(texts[index]).toMatch(/passed|failed|not known|skipped/);
    }
    await expect(connection.check('Operating system')).toContainText('passed');
    await expect(connection.check('Valve’s library')).toContainText('passed');
    await expect(connection.check('Steam client')).toContainText('failed');
    await expect(connection.check('Steam client')).toContainText('What to do: Install Steam for this user');
    await expect(connection.check('Operating system')).not.toContainText('What to do');
  });

  test('is answered by starting Steam and trying again', async ({ launch }) => {
    const home = createSteamHome({ hasClient: false });
    const { page } = await launch({ flags: ['--client=steam'], home: home.path });
    const { connection, mark } = new BenchWindow(page);
    await expect(connection.check('Steam client')).toContainText('failed');
    await connection.tryAgain.click();
    await expect(connection.failure).toContainText('client-missing');

    startSteam(home);
    await connection.tryAgain.click();
    await expect(mark).toHaveText(/STEAM\s*connected/);
    await expect(connection.fact('State')).toHaveText('Connected');
    await expect(connection.failure).toBeHidden();

    await page.getByRole('main').getByRole('button', { name: 'Init doctor', exact: true }).click();
    for (const title of doctorChecks) await expect(connection.check(title)).toContainText('passed');
    home.remove();
  });

  test('lets the simulator take over', async ({ launch }) => {
    const { page } = await launch({ flags: ['--client=steam', '--app-id=440'] });
    const { connection, mark } = new BenchWindow(page);
    await connection.goOnSimulated.click();
    await expect(mark).toHaveText('SIMULATED');
    await expect(connection.fact('State')).toHaveText('Connected');
    await expect(connection.fact('App id')).toHaveText(/^440/);
    await expect(connection.failure).toBeHidden();
  });

  test('tells a Steam that is installed from one that runs', async ({ launch }) => {
    const home = createSteamHome({ isRunning: false });
    const { page } = await launch({ flags: ['--client=steam'], home: home.path });
    const { connection } = new BenchWindow(page);
    await expect(connection.check('Steam client')).toContainText('passed');
    await expect(connection.check('Steam is running')).toContainText('failed');
    await expect(connection.check('Steam is running')).toContainText('What to do: Start Steam');
    home.remove();
  });
});

test.describe('a bench that was told nothing', () => {
  test('says why it is simulated, and takes Steam once it runs', async ({ launch }) => {
    const home = createSteamHome({ hasClient: false });
    const { page } = await launch({ flags: [], home: home.path });
    const view = new BenchWindow(page);
    const why = view.notice('Simulated, because:');
    await expect(view.mark).toHaveText('SIMULATED');
    await view.open('Auth tickets');
    await expect(why).toBeVisible();
    await why.getByRole('button', { name: 'Why?' }).click();
    await expect(view.heading('Connection')).toBeVisible();
    await expect(view.connection.check('Steam client')).toContainText('failed');

    startSteam(home);
    await why.getByRole('button', { name: 'Try Steam again' }).click();
    await expect(view.mark).toHaveText(/STEAM\s*connected/);
    await expect(why).toBeHidden();
    home.remove();
  });
});
