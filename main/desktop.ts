import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { BenchParts } from '../app/bench.ts';
import { fail, succeed } from '../app/outcome.ts';
import { isKnownPage } from './security/known-pages.ts';
import { writeJournal } from './storage/journal-lines.ts';
import type { CrashedRun } from './storage/run-record.ts';

/** What the bench asks of the desktop: clipboard, browser, file dialogue. */
export function createDesktop(
  window: () => BrowserWindow | undefined,
  crashedRun: CrashedRun | undefined,
): BenchParts['desktop'] {
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
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      userDataFolder: app.getPath('userData'),
      ...(crashedRun !== undefined && { crashedRun }),
    }),
    async saveJournal(entries) {
      const parent = window();
      const options = {
        title: 'Save the journal',
        defaultPath: `steam-journal-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.jsonl`,
        filters: [{ name: 'JSON Lines', extensions: ['jsonl'] }],
      };
      const chosen = await (parent === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return chosen.canceled || chosen.filePath === ''
        ? succeed(null)
        : writeJournal(chosen.filePath, entries);
    },
  };
}
