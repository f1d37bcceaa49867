import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { Desktop } from '../app/bench-ports.ts';
import { fail, succeed } from '../app/outcome.ts';
import type { SteamIdText } from '../app/steam/steam-id.ts';
import { isKnownPage, isStorePage } from './security/known-pages.ts';
import { readChosenFile, saveBytes } from './storage/chosen-files.ts';
import { writeJournal } from './storage/journal-lines.ts';
import type { CrashedRun } from './storage/run-record.ts';

export interface DesktopParts {
  readonly window: () => BrowserWindow;
  /** Closes the window without asking again. */
  readonly leave: () => void;
  readonly stay: () => void;
  readonly crashedRun: CrashedRun | undefined;
  readonly player: SteamIdText | undefined;
}

/** What the bench asks of the desktop: clipboard, browser, file dialogues, its window. */
export function createDesktop({ window, leave, stay, crashedRun, player }: DesktopParts): Desktop {
  return {
    async copyText(text) {
      await clipboard.writeText(text);
    },
    async copyBytes(bytes, encoding) {
      await clipboard.writeText(Buffer.from(bytes).toString(encoding));
    },
    async openPage(url) {
      if (!isKnownPage(url)) return fail('url-refused');
      await shell.openExternal(url);
      return succeed(null);
    },
    async openStoreUrl(url) {
      if (!isStorePage(url)) return fail('url-refused', 'The address does not lead to Steam’s store.');
      await shell.openExternal(url);
      return succeed(null);
    },
    saveBytes: (file) => saveBytes(window(), file),
    readFile: (question) => readChosenFile(window(), question),
    leave,
    stay,
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      userDataFolder: app.getPath('userData'),
      ...(crashedRun !== undefined && { crashedRun }),
      ...(player !== undefined && { player }),
    }),
    async saveJournal(entries) {
      const options = {
        title: 'Save the journal',
        defaultPath: `steam-journal-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jsonl`,
        filters: [{ name: 'JSON Lines', extensions: ['jsonl'] }],
      };
      const chosen = await dialog.showSaveDialog(window(), options);
      return chosen.canceled || chosen.filePath === ''
        ? succeed(null)
        : writeJournal(chosen.filePath, entries);
    },
  };
}
