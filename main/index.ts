import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app, protocol, session, type WebContents } from 'electron';
import * as z from 'zod/mini';
import { en } from 'zod/locales';
import type { BenchParts } from '../app/bench.ts';
import { createSharedSimulation } from '../app/simulator/shared-simulation.ts';
import type { SteamIdText } from '../app/steam/steam-id.ts';
import { openBenchWindow, type BenchWindow } from './bench-window.ts';
import { createClock } from './clock.ts';
import { createDesktop } from './desktop.ts';
import { readFlags } from './flags.ts';
import { handshakeNetwork } from './handshake/network.ts';
import { serveOverElectron } from './ipc/electron-ipc.ts';
import { endCleanly } from './lifecycle.ts';
import { createPlayerOpener } from './player-opener.ts';
import { lockContents, lockSession } from './security/lock-down.ts';
import { createPagePermissions } from './security/page-permissions.ts';
import { createPageHandler, PAGE_ORIGIN, PAGE_SCHEME, PAGE_URL } from './security/page-protocol.ts';
import { createSenderCheck } from './security/sender.ts';
import { ticketCipher } from './simulator/cipher.ts';
import { examineSteam } from './steam/examine-steam.ts';
import { openSteam } from './steam/open-steam.ts';
import { openRunRecord } from './storage/run-record.ts';
import { openSettingsFile } from './storage/settings-file.ts';
import { ticketLibrary } from './tickets/ticket-library.ts';
import { openKeyStore } from './web-api/key-store.ts';
import { webFetch } from './web-api/web-fetch.ts';
import { createLazyCodec } from './voice/lazy-codec.ts';
import { openTakeFiles } from './voice/take-files.ts';
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

  const clock = createClock();
  const settings = openSettingsFile(join(app.getPath('userData'), 'settings.json'));
  const record = openRunRecord(join(app.getPath('userData'), 'runs'));
  const windows = new Set<BenchWindow>();

  const journalFault = (name: string, message: string): void => {
    for (const opened of windows) {
      opened.bench.journal.append({ time: Date.now(), kind: 'fault', name, value: { message } });
      opened.wake();
    }
  };
  const reportBug = (place: string, error: unknown): void => {
    console.error(place, error);
    journalFault('bug', `${place}: ${error instanceof Error ? error.message : String(error)}`);
  };
  process.on('uncaughtException', (error) => reportBug('main', error));
  process.on('unhandledRejection', (error) => reportBug('main', error));

  const codec = createLazyCodec((error) => reportBug('voice codec', error));
  const simulation = createSharedSimulation({
    seed: flags.value.seed,
    clock,
    packing: process.platform === 'win32' ? 8 : 4,
    cipher: ticketCipher,
    voiceCodec: codec.known,
  });
  lockContents(app, (url) => url === pageUrl || (developmentUrl !== undefined && isOwnPage(url)));
  endCleanly(() => {
    for (const opened of windows) opened.end();
    record.end();
  });

  // Not awaited at the top: Electron is ready only once this module has been evaluated.
  const openBench = (): void => {
    const shared = {
      clock,
      simulation,
      prepareSimulation: codec.load,
      openSteam,
      examine: examineSteam,
      settings,
      ticketLibrary,
      webFetch,
      keyStore: openKeyStore(join(app.getPath('userData'), 'web-api-key')),
      handshakeNetwork,
      takeFiles: openTakeFiles(join(app.getPath('userData'), 'takes')),
      randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
      openPlayer: (steamId: SteamIdText | undefined, appId: number) => openPlayer(steamId, appId),
    };

    const open = (own: Pick<BenchParts, 'player' | 'startWith' | 'trace' | 'record'>): BenchWindow => {
      const opened = openBenchWindow({
        parts: { ...shared, ...own },
        makeDesktop: (window, closing) =>
          createDesktop({ window, ...closing, crashedRun: record.crashedRun, player: own.player }),
        makeWindow: () =>
          openWindow({
            pageUrl,
            preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
            settings,
            onGone: (reason) => journalFault('pageGone', `The page ended (${reason}) and is loaded again.`),
          }),
        reportBug,
        onClosed(closed) {
          closed.end();
          windows.delete(closed);
        },
      });
      windows.add(opened);
      return opened;
    };

    const openPlayer = createPlayerOpener({
      simulation,
      players: () => [...windows].flatMap(({ player }) => player ?? []),
      open: (player, appId) =>
        void open({
          player,
          startWith: { client: 'simulated', appId, appIdSource: 'window' },
          // What is recorded is for finding out why Valve's library took the process down: it has no part in these.
          trace: { calling: () => undefined, returned: () => undefined },
          record: () => undefined,
        }),
    });

    const windowWith = (contents: WebContents): BenchWindow | undefined =>
      [...windows].find(({ window }) => !window.isDestroyed() && window.webContents === contents);
    const permissions = createPagePermissions({ pageOrigin, windowOf: windowWith });
    lockSession(session.defaultSession, isAllowedRequest, permissions);
    protocol.handle(PAGE_SCHEME, createPageHandler(join(import.meta.dirname, '../renderer')));
    const windowOf = createSenderCheck(windowWith, pageOrigin);
    serveOverElectron((event) => windowOf(event)?.dispatch);
    open({
      startWith: flags.value,
      trace: record.trace,
      record: (entries) => record.append(entries),
    });
  };
  app
    .whenReady()
    .then(openBench)
    .catch((error: unknown) => reportBug('main', error));
}
