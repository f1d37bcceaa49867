import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { redactEntry } from '../../app/journal/redact.ts';
import { fail, succeed, type Outcome } from '../../app/outcome.ts';

/** One entry as a line of JSON, credentials masked. */
export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(redactEntry(entry))}\n`;
}

/** Writes entries as JSON Lines beside the target and swaps the file in when it is whole. */
export async function writeJournal(
  path: string,
  entries: readonly JournalEntry[],
): Promise<Outcome<{ readonly path: string; readonly entries: number }>> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await pipeline(Readable.from(lines(entries)), createWriteStream(temporary));
    await rename(temporary, path);
    return succeed({ path, entries: entries.length });
  } catch (error) {
    // What kept the file from being written is told; that it cannot be removed either adds nothing.
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(
      'storage-failed',
      `The journal could not be written: ${error instanceof Error ? error.message : String(error)}`,
      'Choose another folder, or make room on the disk.',
    );
  }
}

/** A thousand lines at a time: a write for each would take longer than making them. */
function* lines(entries: readonly JournalEntry[]): Generator<string> {
  for (let start = 0; start < entries.length; start += 1000) {
    yield entries
      .slice(start, start + 1000)
      .map(journalLine)
      .join('');
  }
}
