import type { BrowserWindow, WebContents } from 'electron';
import { createBench, type Bench, type BenchParts } from '../app/bench.ts';
import { contract } from '../app/ipc/contract.ts';
import { createDispatch, type Dispatch, type ReportBug } from '../app/ipc/serve.ts';
import type { SteamIdText } from '../app/steam/steam-id.ts';
import { publishOverElectron } from './ipc/electron-ipc.ts';
import { guardClosing } from './leaving.ts';
import { startLoop } from './loop.ts';
import { createVoiceStreams } from './voice/voice-streams.ts';

/** One window with a bench of its own behind it. */
export interface BenchWindow {
  /** The simulated account that plays in it; undefined in the window that the app starts with. */
  readonly player: SteamIdText | undefined;
  readonly window: BrowserWindow;
  readonly bench: Bench;
  readonly dispatch: Dispatch;
  /** Whether its page asked to feed the simulated microphone from this machine’s. */
  mayUseMicrophone(): boolean;
  wake(): void;
  /** Gives back what the bench holds. Ending twice is allowed. */
  end(): void;
}

export interface BenchWindowParts {
  /** Everything of a bench that does not hang on its window. */
  readonly parts: Omit<BenchParts, 'publish' | 'wake' | 'desktop' | 'voiceStreams' | 'microphone'>;
  readonly makeDesktop: (
    window: () => BrowserWindow,
    closing: Pick<BenchParts['desktop'], 'leave' | 'stay'>,
  ) => BenchParts['desktop'];
  readonly makeWindow: () => BrowserWindow;
  readonly reportBug: ReportBug;
  readonly onClosed: (closed: BenchWindow) => void;
}

/** Makes the bench, then the window that shows it; connects once the window is being loaded. */
export function openBenchWindow(given: BenchWindowParts): BenchWindow {
  let window: BrowserWindow | undefined = undefined;
  const contents = (): WebContents | undefined =>
    window?.isDestroyed() === false ? window.webContents : undefined;
  const shownWindow = (): BrowserWindow => {
    if (window === undefined) throw new Error('The window is asked for before it is made.');
    return window;
  };
  const publish = publishOverElectron(contents);
  const closing = guardClosing({
    live: () => bench.live(),
    isPageThere: () => contents()?.isCrashed() === false,
    ask: (what) => publish('desktop', 'leaving', what),
  });
  let mayUseMicrophone = false;
  const bench = createBench({
    ...given.parts,
    microphone: { setAllowed: (isAllowed) => void (mayUseMicrophone = isAllowed) },
    desktop: given.makeDesktop(shownWindow, {
      leave: () => closing.leave(shownWindow()),
      stay: () => closing.stay(),
    }),
    voiceStreams: createVoiceStreams(contents),
    publish,
    wake: () => loop.wake(),
  });
  const loop = startLoop(() => bench);
  window = given.makeWindow();
  closing.watch(window);
  window.webContents.on('render-process-gone', () => bench.pageLeft());
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) bench.pageLeft();
  });
  // What the old page asked for while the new one was on its way is not the new one’s.
  window.webContents.on('did-navigate', () => (mayUseMicrophone = false));

  let hasEnded = false;
  const opened: BenchWindow = {
    player: given.parts.player,
    window,
    bench,
    dispatch: createDispatch(contract, bench.handlers, given.reportBug),
    mayUseMicrophone: () => mayUseMicrophone,
    wake: () => loop.wake(),
    end() {
      if (hasEnded) return;
      hasEnded = true;
      loop.stop();
      bench.close();
    },
  };
  window.once('closed', () => given.onClosed(opened));
  bench.start().catch((error: unknown) => given.reportBug('start', error));
  return opened;
}
