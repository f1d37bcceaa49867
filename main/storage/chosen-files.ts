import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { Desktop } from '../../app/bench-ports.ts';
import { succeed } from '../../app/outcome.ts';
import { readWithin, writeWhole } from './whole-files.ts';

const kinds = {
  bytes: { name: 'Bytes', extensions: ['bin'] },
  hex: { name: 'Text', extensions: ['txt'] },
  base64: { name: 'Text', extensions: ['txt'] },
};

/** Asks for a file and writes bytes to it. */
export async function saveBytes(
  window: BrowserWindow,
  { title, suggestedName, bytes, encoding, kind: given }: Parameters<Desktop['saveBytes']>[0],
): ReturnType<Desktop['saveBytes']> {
  const kind = given === undefined ? kinds[encoding] : { name: given.name, extensions: [given.ending] };
  const chosen = await dialog.showSaveDialog(window, {
    title,
    defaultPath: `${suggestedName}.${kind.extensions[0]}`,
    filters: [kind],
  });
  if (chosen.canceled || chosen.filePath === '') return succeed(null);
  const content = encoding === 'bytes' ? bytes : `${Buffer.from(bytes).toString(encoding)}\n`;
  return writeWhole(chosen.filePath, content);
}

/** Asks for a file and reads it. */
export async function readChosenFile(
  window: BrowserWindow,
  { title, largestBytes }: Parameters<Desktop['readFile']>[0],
): ReturnType<Desktop['readFile']> {
  const chosen = await dialog.showOpenDialog(window, { title, properties: ['openFile'] });
  const [path] = chosen.filePaths;
  if (chosen.canceled || path === undefined) return succeed(null);
  const read = await readWithin(path, largestBytes);
  return read.ok ? succeed({ name: basename(path), bytes: read.value }) : read;
}
