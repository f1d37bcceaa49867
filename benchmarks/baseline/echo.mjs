// A window whose page can ask main for an echo, with nothing in between.
import path from 'node:path';
import { ipcMain } from 'electron';
import { openBaselineWindow } from './window.mjs';

ipcMain.handle('echo', (_event, payload) => payload);
void openBaselineWindow(path.join(import.meta.dirname, 'echo-preload.cjs'));
