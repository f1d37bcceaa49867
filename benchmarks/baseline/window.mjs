import path from 'node:path';
import { app, BrowserWindow } from 'electron';

/**
 * Opens a window as the bench opens its own, with a page that has a line of text and a button.
 *
 * @param {string} [preload]
 */
export async function openBaselineWindow(preload) {
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      ...(preload !== undefined && { preload }),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(import.meta.dirname, 'page.html'));
}
