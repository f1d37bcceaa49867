import { BrowserWindow, nativeTheme } from 'electron';
import { setMenu } from './menu.ts';
import type { SettingsFile } from './storage/settings-file.ts';

/** How often a page that crashes is brought back before the bench gives up, and in what time. */
const RELOADS = 3;
const RELOAD_WINDOW_MS = 10_000;

export interface WindowParts {
  readonly pageUrl: string;
  readonly preloadPath: string;
  readonly settings: SettingsFile;
  readonly onGone: (reason: string) => void;
}

/** Makes the bench window and loads its page. The page holds nothing of its own: it may crash and be loaded again. */
export function openWindow({ pageUrl, preloadPath, settings, onGone }: WindowParts): BrowserWindow {
  const { width, height } = settings.get().window;
  setMenu();
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 800,
    minHeight: 540,
    show: false,
    title: 'Steam Test Bench',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#f6f7f8',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // The timeline goes on while the window is behind another: it is meant for the second monitor.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
    const [shownWidth = width, shownHeight = height] = window.getSize();
    settings.set({ window: { width: shownWidth, height: shownHeight } });
  });
  reloadWhenGone(window, onGone);
  void window.loadURL(pageUrl);
  return window;
}

function reloadWhenGone(window: BrowserWindow, onGone: (reason: string) => void): void {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onGone(reason);
    const now = performance.now();
    reloads = [...reloads.filter((at) => at > now - RELOAD_WINDOW_MS), now];
    if (reloads.length <= RELOADS && !window.isDestroyed()) window.webContents.reload();
  });
}
