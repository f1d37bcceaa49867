import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../../app/journal/entry.ts';
import type { CallTrace } from '../../app/steam/caller.ts';
import { journalLine } from './journal-lines.ts';

/** Bytes after which a run's file is no longer written: a night of bursts must not fill the disk. */
const LARGEST_RECORD_BYTES = 64 << 20;

/** Crashed runs that are kept. */
const KEPT_RUNS = 5;

/** Room for the name of the call under way: longer than any. */
const MARK_BYTES = 64;

/** What is known of a run that did not end by itself. */
export interface CrashedRun {
  readonly journalPath: string;
  /** The native call that was under way, if one was: it is what took the process down. */
  readonly lastCall: string | undefined;
}

/** The running session's journal on disk, so that a crash inside Valve's library or the Steam client loses nothing. */
export interface RunRecord {
  readonly trace: CallTrace;
  readonly crashedRun: CrashedRun | undefined;
  append(entries: readonly JournalEntry[]): void;
  /** The run ended by itself: its file is not needed. */
  end(): void;
}

/**
 * Opens the record of this run in a folder and looks for one that another run left.
 *
 * Two files a run: the journal as JSON Lines, and a mark with the call under way. Where the folder cannot be written,
 * or the disk is full, the bench goes on without.
 */
export function openRunRecord(folder: string): RunRecord {
  const journalPath = join(folder, `run-${process.pid}.jsonl`);
  const markPath = join(folder, `run-${process.pid}.call`);
  let files: { readonly journal: number; readonly mark: number } | undefined;
  let crashedRun: CrashedRun | undefined;
  let writtenBytes = 0;
  let hasComplained = false;

  const complain = (error: unknown): void => {
    if (!hasComplained) console.error(`The journal of this run is not kept on disk: ${String(error)}`);
    hasComplained = true;
  };

  try {
    mkdirSync(folder, { recursive: true });
    crashedRun = adoptCrashedRun(folder);
    files = { journal: openSync(journalPath, 'w', 0o600), mark: openSync(markPath, 'w', 0o600) };
  } catch (error) {
    complain(error);
  }

  const write = (file: number, content: string | Buffer, position?: number): number => {
    try {
      return typeof content === 'string'
        ? writeSync(file, content, position)
        : writeSync(file, content, 0, content.length, position);
    } catch (error) {
      complain(error);
      return 0;
    }
  };

  // The room of a mark for every name that was called: this is on the way of every call.
  const marks = new Map<string, Buffer>();
  const mark = (text: string): void => {
    if (files === undefined) return;
    const room = marks.get(text) ?? Buffer.from(text.padEnd(MARK_BYTES));
    marks.set(text, room);
    write(files.mark, room, 0);
  };

  return {
    crashedRun,
    trace: { calling: mark, returned: () => mark('') },
    append(entries) {
      if (files === undefined || writtenBytes > LARGEST_RECORD_BYTES) return;
      writtenBytes += write(files.journal, entries.map(journalLine).join(''));
    },
    end() {
      if (files === undefined) return;
      closeSync(files.journal);
      closeSync(files.mark);
      files = undefined;
      rmSync(journalPath, { force: true });
      rmSync(markPath, { force: true });
    },
  };
}

/** Finds files of runs whose process is gone, renames them and tells of the newest. */
function adoptCrashedRun(folder: string): CrashedRun | undefined {
  const left = readdirSync(folder)
    .flatMap((name) => {
      const pid = /^run-(\d+)\.jsonl$/.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) return [];
      return [{ name, pid, writtenAt: Math.round(statSync(join(folder, name)).mtimeMs) }];
    })
    .sort((one, other) => one.writtenAt - other.writtenAt);
  let newest: CrashedRun | undefined;
  for (const { name, pid, writtenAt } of left) {
    const markPath = join(folder, `run-${pid}.call`);
    const lastCall = readMark(markPath);
    const journalPath = join(folder, `crashed-${writtenAt}-${pid}.jsonl`);
    renameSync(join(folder, name), journalPath);
    rmSync(markPath, { force: true });
    newest = { journalPath, lastCall };
  }
  const crashed = readdirSync(folder).filter((name) => name.startsWith('crashed-'));
  for (const name of crashed.sort().slice(0, -KEPT_RUNS)) rmSync(join(folder, name), { force: true });
  return newest;
}

function readMark(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    // A run that crashed before its first call has no mark.
    return undefined;
  }
}

/** Whether a process with that number runs; one of another user counts. The own number can only be an old one. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
