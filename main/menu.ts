import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Sets the menu of the app: none but on a Mac, where the system wants one and takes its shortcuts from it.
 *
 * Electron's own menu leads to Electron's pages, and its “Quit” would end the app without a question: here it closes the
 * windows, each of which may ask first.
 */
export function setMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macTemplate()) : null);
}

function macTemplate(): MenuItemConstructorOptions[] {
  return [
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
  ];
}
