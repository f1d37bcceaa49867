import { listPackage } from '@electron/asar';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageForTests } from '../../scripts/package.mjs';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';
import { SteamClientDouble } from '../steam-client-double/steam-client-double.ts';

/** Longest time from asking the bench to quit to the end of its process. */
const LONGEST_QUIT_MS = 3000;

let executable = '';

test.beforeAll(async () => {
  executable = await packageForTests();
});

const resources = (): string => join(dirname(executable), 'resources');

test.describe('the packaged bench', () => {
  test('starts, connects to Steam, calls, hears Steam, and quits', async ({ launch, steamHome }) => {
    const bench = await launch({ executable, flags: ['--client=steam'], home: steamHome.path });
    const steam = await SteamClientDouble.connect(steamHome);
    const view = new BenchWindow(bench.page);
    await expect(view.mark).toHaveText(/STEAM\s*connected/);
    expect(await bench.app.evaluate(({ app }) => app.isPackaged)).toBe(true);

    await steam.setValue('getPlayerSteamLevel', 77);
    await view.open('Account & network');
    await view.account.refresh.click();
    await expect(view.account.steamLevel).toHaveText('77');
    await view.open('Auth tickets');
    await view.tickets.issue.click();
    await expect(view.tickets.card(1).state('Confirmed')).toBeVisible();

    const askedAt = performance.now();
    expect(await new Desktop(bench.app).quit()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(LONGEST_QUIT_MS);
    steam.close();
  });

  test('goes on simulated where no Steam client answers', async ({ launch }) => {
    const { page } = await launch({ executable, flags: [] });
    const view = new BenchWindow(page);
    await expect(view.mark).toHaveText('SIMULATED');
    await expect(view.notice('Simulated, because:')).toBeVisible();
  });

  test('reads tickets with the library from inside the archive', async ({ launch }) => {
    const { page } = await launch({ executable, flags: ['--client=simulated'] });
    const decoded = await page.evaluate(async () => {
      await window.bench.tickets.issueSession({});
      const bytes = await window.bench.tickets.reveal({ number: 1 });
      if (!bytes.ok) throw new Error(bytes.error.message);
      // No longer the mark of the simulator: now it is the library’s to say what it is.
      return window.bench.tickets.decode({ text: `${bytes.value.hex.slice(0, -2)}00` });
    });
    expect(decoded).toMatchObject({ ok: true, value: { kind: 'session', signature: 'invalid' } });
  });

  test('loads its native parts from beside the archive', async ({ launch, steamHome }) => {
    const { app, page } = await launch({ executable, flags: ['--client=steam'], home: steamHome.path });
    await expect(new BenchWindow(page).mark).toHaveText(/STEAM\s*connected/);
    const loaded = await app.evaluate(() =>
      (process.report.getReport() as unknown as { sharedObjects: string[] }).sharedObjects.filter((path) =>
        /\.node$|libsteam_api|koffi/.test(path),
      ),
    );
    expect(loaded.length).toBeGreaterThanOrEqual(3);
    const unpacked = join(resources(), 'app.asar.unpacked');
    for (const path of loaded) expect(path.startsWith(unpacked), path).toBe(true);
  });

  test('holds no other platform’s binaries and no sources', () => {
    const beside = readdirSync(join(resources(), 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(resources(), join(entry.parentPath, entry.name)));
    const archived = listPackage(join(resources(), 'app.asar'), { isPack: false });
    const natives = [...beside, ...archived].filter((path) => /\.(node|so|dll|dylib|lib|exe)$/.test(path));
    expect(natives.some((path) => path.endsWith('.so'))).toBe(true);
    expect(
      natives.filter((path) => /win|darwin|osx|mac|arm|ia32|\.dll|\.dylib|\.exe|\.lib$/.test(path)),
    ).toEqual([]);
    expect(
      archived.filter((path) => /\.tsx?$|\/e2e\/|steam-client-double|settings\.json/.test(path)),
    ).toEqual([]);
  });
});
