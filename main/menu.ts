import { app, BrowserWindow, Menu } from 'electron';

/**
 * The menu of the app: none but on a Mac, where the system wants one and takes its shortcuts from it.
 *
 * Electron's own menu leads to Electron's pages, and its “Quit” would end the app without a question: here it closes the
 * windows, each of which may ask first.
 */
export function createMenu(): Menu | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([
    {
      label: app.name,
      submenu: [
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        {
          label: `Quit ${app.name}`,
          accelerator: 'Command+Q',
          click: () => BrowserWindow.getAllWindows().forEach((window) => window.close()),
        },
      ],
    },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]);
}
