import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { readSettings, type Settings } from '../../app/settings/settings.ts';

/** What may be set; a key without a value changes nothing. */
type Change = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** The settings as they are kept in a file. */
export interface SettingsFile {
  get(): Settings;
  /** Answers the settings as they are then; they hold for this run also where the file cannot be written. */
  set(change: Change): Outcome<Settings>;
}

/** Settings in a JSON file: checked when read, written whole and swapped in, so that a crash never leaves half a file. */
export function openSettingsFile(path: string): SettingsFile {
  let settings = readSettings(readJson(path));
  return {
    get: () => settings,
    set(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      settings = readSettings({ ...settings, ...Object.fromEntries(given) });
      const temporary = `${path}.${process.pid}.new`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(temporary, `${JSON.stringify(settings, undefined, 2)}\n`);
        renameSync(temporary, path);
        return succeed(settings);
      } catch (error) {
        discard(temporary);
        return fail(
          'storage-failed',
          `The settings could not be written: ${error instanceof Error ? error.message : String(error)}`,
          'They hold until the bench is closed. See that its folder is writable and the disk is not full.',
        );
      }
    },
  };
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What kept the file from being written is told; that it cannot be removed either adds nothing.
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Missing at the first start, or damaged: both mean defaults.
    return undefined;
  }
}
