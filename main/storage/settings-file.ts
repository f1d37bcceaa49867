import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { readSettings, type Settings } from '../../app/settings/settings.ts';

/** The settings as they are kept in a file. */
export interface SettingsFile {
  get(): Settings;
  /** Answers the settings as they are then; they hold for this run also where the file cannot be written. */
  set(change: Partial<Settings>): Outcome<Settings>;
}

/** Settings in a JSON file: checked when read, written whole and swapped in, so that a crash never leaves half a file. */
export function openSettingsFile(path: string): SettingsFile {
  let settings = readSettings(readJson(path));
  return {
    get: () => settings,
    set(change) {
      settings = readSettings({ ...settings, ...change });
      try {
        mkdirSync(dirname(path), { recursive: true });
        const temporary = `${path}.${process.pid}.new`;
        writeFileSync(temporary, `${JSON.stringify(settings, undefined, 2)}\n`);
        renameSync(temporary, path);
        return succeed(settings);
      } catch (error) {
        return fail(
          'storage-failed',
          `The settings could not be written: ${error instanceof Error ? error.message : String(error)}`,
          'They hold until the bench is closed. See that its folder is writable and the disk is not full.',
        );
      }
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Missing at the first start, or damaged: both mean defaults.
    return undefined;
  }
}
