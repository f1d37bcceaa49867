import { join } from 'node:path';
import { app, protocol, session, type BrowserWindow } from 'electron';
import * as z from 'zod/mini';
import { en } from 'zod/locales';
import { createBench } from '../app/bench.ts';
import { createClock } from './clock.ts';
import { createDesktop } from './desktop.ts';
import { readFlags } from './flags.ts';
import { publishOverElectron, serveOverElectron } from './ipc/electron-ipc.ts';
import { endCleanly } from './lifecycle.ts';
import { startLoop } from './loop.ts';
import { lockContents, lockSession } from './security/lock-down.ts';
import { createPageHandler, PAGE_ORIGIN, PAGE_SCHEME, PAGE_URL } from './security/page-protocol.ts';
import { createSenderCheck } from './security/sender.ts';
import { ticketCipher } from './simulator/cipher.ts';
import { examineSteam } from './steam/examine-steam.ts';
import { openSteam } from './steam/open-steam.ts';
import { openRunRecord } from './storage/run-record.ts';
import { openSettingsFile } from './storage/settings-file.ts';
import { openWindow } from './window.ts';

// What a refused payload should have been is said in words.
z.config(en());

/** Composition root: flags → Steam client → bench → window. No logic here. */

const flags = readFlags(process.argv, process.env, process.cwd());
if (!flags.ok) {
  console.error(flags.error.message);
  app.exit(2);
} else {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  // While developing, the page comes from the build tool's server on this machine.
  const developmentUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const pageUrl = developmentUrl ?? PAGE_URL;
  const pageOrigin = developmentUrl === undefined ? PAGE_ORIGIN : new URL(developmentUrl).origin;
  const isOwnPage = (url: string): boolean => url === pageUrl || url.startsWith(`${pageOrigin}/`);
  const isAllowedRequest = (url: string): boolean =>
    isOwnPage(url) ||
    url.startsWith('devtools:') ||
    url.startsWith('data:image/') ||
    developmentUrl !== undefined;

  const settings = openSettingsFile(join(app.getPath('userData'), 'settings.json'));
  const record = openRunRecord(join(app.getPath('userData'), 'runs'));
  let window: BrowserWindow | undefined = undefined;

  const bench = createBench({
    clock: createClock(),
    packing: process.platform === 'win32' ? 8 : 4,
    seed: flags.value.seed,
    cipher: ticketCipher,
    startWith: flags.value,
    openSteam,
    examine: examineSteam,
    trace: record.trace,
    settings,
    desktop: createDesktop(() => window, record.crashedRun),
    publish: publishOverElectron(() => (window?.isDestroyed() === false ? window.webContents : undefined)),
    record: (entries) => record.append(entries),
    wake: () => loop.wake(),
  });
  const loop = startLoop(() => bench);

  const journalFault = (name: string, message: string): void => {
    bench.journal.append({ time: Date.now(), kind: 'fault', name, value: { message } });
    loop.wake();
  };
  const reportBug = (place: string, error: unknown): void => {
    console.error(place, error);
    journalFault('bug', `${place}: ${error instanceof Error ? error.message : String(error)}`);
  };
  process.on('uncaughtException', (error) => reportBug('main', error));
  process.on('unhandledRejection', (error) => reportBug('main', error));

  lockContents(app, (url) => url === pageUrl || (developmentUrl !== undefined && isOwnPage(url)));
  endCleanly(() => {
    loop.stop();
    bench.close();
    record.end();
  });

  // Not awaited at the top: Electron is ready only once this module has been evaluated.
  const openBench = async (): Promise<void> => {
    lockSession(session.defaultSession, isAllowedRequest);
    protocol.handle(PAGE_SCHEME, createPageHandler(join(import.meta.dirname, '../renderer')));
    serveOverElectron(
      bench.handlers,
      createSenderCheck(
        (contents) => window?.isDestroyed() === false && contents === window.webContents,
        pageOrigin,
      ),
      reportBug,
    );
    window = openWindow({
      pageUrl,
      preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
      settings,
      onGone: (reason) => journalFault('pageGone', `The page ended (${reason}) and is loaded again.`),
    });
    await bench.start();
  };
  app
    .whenReady()
    .then(openBench)
    .catch((error: unknown) => reportBug('main', error));
}
