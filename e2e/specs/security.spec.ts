import { contract } from '../../app/ipc/contract.ts';
import { expect, test } from '../fixtures.ts';

test.describe('security', () => {
  test('the page has no Node and exactly the bridge of the contract', async ({ launch }) => {
    const { page } = await launch();
    const seen = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter(
        (name) => name in window,
      ),
      keys: Object.fromEntries(
        Object.entries(window.bench).map(([feature, members]) => [feature, Object.keys(members).sort()]),
      ),
    }));
    expect(seen.node).toEqual([]);
    const declared = Object.fromEntries(
      Object.entries(contract).map(([feature, members]) => [feature, Object.keys(members).sort()]),
    );
    expect(seen.keys).toEqual(declared);
  });

  test('the page can reach no network and run no other script', async ({ launch }) => {
    const { page } = await launch();
    const attempts = await page.evaluate(async () => {
      const worked: string[] = [];
      const tryIt = async (name: string, attempt: () => Promise<unknown>): Promise<void> => {
        try {
          await attempt();
          worked.push(name);
        } catch {
          // Refused, as it should be.
        }
      };
      await tryIt('fetch', () => fetch('http://127.0.0.1:9/'));
      await tryIt('own fetch', () => fetch('app://bench/index.html'));
      await tryIt(
        'socket',
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      );
      await tryIt('eval', async () => Promise.resolve((0, eval)('1')));
      await tryIt(
        'script',
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement('script');
            script.src = 'data:text/javascript,window.wasRun=1';
            script.onload = resolve;
            script.onerror = reject;
            document.head.append(script);
          }),
      );
      return worked;
    });
    expect(attempts).toEqual([]);
  });

  test('the microphone is refused until the page asked for it, and video always', async ({ launch }) => {
    const { page, app } = await launch({
      flags: ['--client=simulated', '--use-fake-device-for-media-stream'],
    });
    const always = {
      camera: 'NotAllowedError',
      both: 'NotAllowedError',
      screen: 'NotAllowedError',
      windowSound: 'NotAllowedError',
      notifications: 'denied',
    };
    const refused = { microphone: 'NotAllowedError', ...always };
    const given = { microphone: 'given', ...always };
    const use = (isUsed: boolean): Promise<unknown> =>
      page.evaluate((used) => window.bench.voice.useMicrophone({ isUsed: used }), isUsed);
    expect(await page.evaluate(tryMedia)).toEqual(refused);
    // Outputs can be chosen by their names, while microphones have none for the page.
    expect(await page.evaluate(kindsOfNamedDevices)).toEqual(['audiooutput']);

    expect(await use(true)).toMatchObject({ ok: true });
    expect(await page.evaluate(tryMedia)).toEqual(given);
    expect(await page.evaluate(kindsOfNamedDevices)).toEqual(['audioinput', 'audiooutput']);
    expect(await use(false)).toMatchObject({ ok: true });
    expect(await page.evaluate(tryMedia)).toEqual(refused);

    await use(true);
    await page.reload();
    expect(await page.evaluate(tryMedia)).toEqual(refused);

    await use(true);
    await page.evaluate(() => window.bench.session.disconnect());
    expect(await page.evaluate(tryMedia)).toEqual(refused);
    expect(await use(true)).toMatchObject({ error: { code: 'simulated-only' } });
    expect(await page.evaluate(tryMedia)).toEqual(refused);

    await page.evaluate(() => window.bench.session.connect({ client: 'simulated', appId: 480 }));
    await use(true);
    expect(await page.evaluate(tryMedia)).toEqual(given);
    const afterCrash = await app.evaluate(async ({ BrowserWindow }, attempt) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const isLoaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await isLoaded;
      return (await contents?.executeJavaScript(`(${attempt})()`)) as unknown;
    }, tryMedia.toString());
    expect(afterCrash).toEqual(refused);
  });

  test('the grant of one window is not another’s', async ({ launch }) => {
    const { page, app } = await launch({
      flags: ['--client=simulated', '--use-fake-device-for-media-stream'],
    });
    await page.evaluate(() => window.bench.voice.useMicrophone({ isUsed: true }));
    const seen = await app.evaluate(
      async ({ BrowserWindow }, [attempt, look]) => {
        const intruder = new BrowserWindow({ show: false });
        await intruder.loadURL('app://bench/index.html');
        const run = (text: string | undefined): Promise<unknown> =>
          intruder.webContents.executeJavaScript(`(${text})()`);
        const answers = [await run(attempt), await run(look)];
        intruder.destroy();
        return answers;
      },
      [tryMedia.toString(), kindsOfNamedDevices.toString()],
    );
    expect(seen).toEqual([expect.objectContaining({ microphone: 'NotAllowedError' }), []]);
  });

  test('navigation, new windows and other files are refused', async ({ launch }) => {
    const { app, page } = await launch();
    const before = page.url();
    await page.evaluate(() => {
      window.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    await page
      .evaluate(() => {
        location.href = 'app://bench/../../../../etc/passwd';
      })
      .catch(() => undefined);
    await expect.poll(() => page.evaluate(() => typeof window.bench)).toBe('object');
    expect(new URL(page.url()).host).toBe(new URL(before).host);
    expect(app.windows()).toHaveLength(1);
    const files = await app.evaluate(async ({ net }) => {
      const paths = ['../main/index.js', '%2e%2e/main/index.js', '..%2fmain%2findex.js', 'package.json', ''];
      const answers = await Promise.all(paths.map((path) => net.fetch(`app://bench/${path}`)));
      return answers.map(({ status }) => status);
    });
    expect(files).toEqual([404, 404, 404, 404, 404]);
  });

  test('the renderer is sandboxed and isolated', async ({ launch }) => {
    const { app } = await launch();
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  test('a message from another window is refused, whatever it asks', async ({ launch }) => {
    const { app } = await launch();
    const answers = await app.evaluate(async ({ BrowserWindow, app: electron }, channels) => {
      const intruder = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${electron.getAppPath()}/out/preload/index.cjs` },
      });
      await intruder.loadURL('app://bench/index.html');
      const asked = (await intruder.webContents.executeJavaScript(
        `Promise.all(${JSON.stringify(channels)}.map(([feature, member]) => window.bench[feature][member]()))`,
      )) as { readonly error?: { readonly code: string } }[];
      intruder.destroy();
      return asked.map(({ error }) => error?.code);
    }, commandNames());
    expect(new Set(answers)).toEqual(new Set(['bad-sender']));
    expect(answers).toHaveLength(commandNames().length);
  });

  test('only pages of the documentation are opened in the browser', async ({ launch }) => {
    const { app, page } = await launch();
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (url: string) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    const codes = await page.evaluate(async () => {
      const urls = [
        'https://partner.steamgames.com/doc/api/ISteamUser',
        'https://partner.steamgames.com.example.com/doc/',
        'http://partner.steamgames.com/doc/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'steam://run/480',
        'https://user@partner.steamgames.com/doc/',
      ];
      const outcomes = await Promise.all(urls.map((url) => window.bench.desktop.openPage({ url })));
      return outcomes.map((outcome) => (outcome.ok ? 'opened' : outcome.error.code));
    });
    expect(codes).toEqual(['opened', ...Array<string>(6).fill('url-refused')]);
    const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toEqual(['https://partner.steamgames.com/doc/api/ISteamUser']);
  });
});

/** What becomes of asking for sound and pictures, in the page. */
async function tryMedia(): Promise<Record<string, string>> {
  const attempt = async (ask: () => Promise<MediaStream>): Promise<string> => {
    try {
      for (const track of (await ask()).getTracks()) track.stop();
      return 'given';
    } catch (error) {
      return (error as Error).name;
    }
  };
  const ask = (wanted: object): Promise<string> => attempt(() => navigator.mediaDevices.getUserMedia(wanted));
  const desktop = { mandatory: { chromeMediaSource: 'desktop' } };
  return {
    microphone: await ask({ audio: true }),
    camera: await ask({ video: true }),
    both: await ask({ audio: true, video: true }),
    screen: await attempt(() => navigator.mediaDevices.getDisplayMedia({ video: true, audio: true })),
    windowSound: await ask({ audio: desktop, video: desktop }),
    notifications: await Notification.requestPermission(),
  };
}

/** Kinds of media devices that the page is told the names of. */
async function kindsOfNamedDevices(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return [...new Set(devices.filter(({ label }) => label !== '').map(({ kind }) => kind))].sort();
}

function commandNames(): [feature: string, member: string][] {
  return Object.entries(contract).flatMap(([feature, members]) =>
    Object.entries(members)
      .filter(([, { type }]) => type === 'command')
      .map(([member]): [string, string] => {
        return [feature, member];
      }),
  );
}
