import { fail } from '../../app/outcome.ts';
import type { Desktop } from '../../app/bench-ports.ts';
import type { BrowserWindow } from 'electron';

/** Asks for a file and writes bytes to it. */
export function saveBytes(
  _window: BrowserWindow,
  _file: Parameters<Desktop['saveBytes']>[0],
): ReturnType<Desktop['saveBytes']> {
  return Promise.resolve(fail('storage-failed'));
}

/** Asks for a file and reads it. */
export function readChosenFile(
  _window: BrowserWindow,
  _question: Parameters<Desktop['readFile']>[0],
): ReturnType<Desktop['readFile']> {
  return Promise.resolve(fail('storage-failed'));
}
