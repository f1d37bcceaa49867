import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { openRunRecord, type RunRecord } from './run-record.ts';

const disk = vi.hoisted(() => ({ isFull: false }));

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const writeSync = (...written: Parameters<typeof original.writeSync>): number => {
    if (disk.isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    return original.writeSync(...written);
  };
  return { ...original, writeSync };
});

let folder = '';
let opened: RunRecord[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-runs-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  disk.isFull = false;
  for (const record of opened) record.end();
  opened = [];
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function open(): RunRecord {
  const record = openRunRecord(folder);
  opened.push(record);
  return record;
}

/** Numbers of processes that have run and ended. */
const deadPids = (count: number): readonly number[] =>
  Array.from({ length: count }, () => spawnSync(process.execPath, ['--version']).pid);

/** What a run leaves that did not end by itself. */
function leave(pid: number, lastCall: string | undefined, minutesAgo = 1): void {
  const journal = join(folder, `run-${pid}.jsonl`);
  writeFileSync(journal, `{"pid":${pid}}\n`);
  if (lastCall !== undefined) writeFileSync(join(folder, `run-${pid}.call`), lastCall.padEnd(64));
  const at = Date.now() / 1000 - minutesAgo * 60;
  utimesSync(journal, at, at);
}

const own = (ending: string): string => join(folder, `run-${process.pid}.${ending}`);
const entry = (seq: number): JournalEntry => ({ seq, time: 0, kind: 'session', name: 'connected' });
const crashed = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('crashed-'));

describe('the record of a run', () => {
  it('has every entry on disk as soon as it is appended', () => {
    const record = open();
    record.append([entry(1), entry(2)]);
    record.append([entry(3)]);
    const lines = readFileSync(own('jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([entry(1), entry(2), entry(3)]);
    expect(record.crashedRun).toBe(undefined);
  });

  it('has no credentials in it', () => {
    const buffer = Uint8Array.of(0xca, 0xfe);
    open().append([
      { seq: 1, time: 0, kind: 'call', name: 'getAuthSessionTicket', value: { id: 1, buffer, size: 2 } },
    ]);
    expect(readFileSync(own('jsonl'), 'utf8')).toContain('«2 bytes masked»');
  });

  it('says which call is under way, and only while it is', () => {
    const { trace } = open();
    trace.calling('setDurationControlOnlineState');
    expect(readFileSync(own('call'), 'utf8').trim()).toBe('setDurationControlOnlineState');
    trace.calling('getVoice');
    expect(readFileSync(own('call'), 'utf8').trim()).toBe('getVoice');
    trace.returned();
    expect(readFileSync(own('call'), 'utf8').trim()).toBe('');
  });

  it('is gone when the run ends by itself, and ending twice is once', () => {
    const record = open();
    record.append([entry(1)]);
    record.end();
    expect(readdirSync(folder)).toEqual([]);
    record.end();
    record.append([entry(2)]);
    record.trace.calling('loggedOn');
    record.trace.returned();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may be kept from the disk: the bench goes on', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const record = openRunRecord(join(file, 'runs'));
    record.append([entry(1)]);
    record.trace.calling('loggedOn');
    record.trace.returned();
    record.end();
    expect(record.crashedRun).toBe(undefined);
    expect(console.error).toHaveBeenCalledTimes(1);
  });

  it('bears a full disk: the bench goes on, and says so once', () => {
    const record = open();
    record.append([entry(1)]);
    disk.isFull = true;
    expect(() => {
      record.append([entry(2)]);
      record.trace.calling('loggedOn');
      record.trace.returned();
      record.append([entry(3)]);
    }).not.toThrow();
    expect(console.error).toHaveBeenCalledTimes(1);
    expect(readFileSync(own('jsonl'), 'utf8')).toBe(`${JSON.stringify(entry(1))}\n`);
    record.end();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a run that crashed', () => {
  it('is adopted with the call that took it down', () => {
    const [pid = 0] = deadPids(1);
    leave(pid, 'decompressVoice');
    const { crashedRun } = open();
    expect(crashedRun?.lastCall).toBe('decompressVoice');
    expect(readFileSync(crashedRun?.journalPath ?? '', 'utf8')).toBe(`{"pid":${pid}}\n`);
    expect(readdirSync(folder).filter((name) => name.includes(`run-${pid}.`))).toEqual([]);
  });

  it('between two calls names none', () => {
    const [one = 0, other = 0] = deadPids(2);
    leave(one, '');
    expect(open().crashedRun).toMatchObject({ lastCall: undefined });
    leave(other, undefined);
    expect(open().crashedRun).toMatchObject({ lastCall: undefined });
  });

  it('is told of once', () => {
    const [pid = 0] = deadPids(1);
    leave(pid, 'getVoice');
    const first = open();
    first.end();
    expect(open().crashedRun).toBe(undefined);
    expect(existsSync(first.crashedRun?.journalPath ?? '')).toBe(true);
  });

  it('may have had the number of this process', () => {
    leave(process.pid, 'getVoice');
    const record = open();
    expect(record.crashedRun?.lastCall).toBe('getVoice');
    record.append([entry(1)]);
    expect(readFileSync(own('jsonl'), 'utf8')).toBe(`${JSON.stringify(entry(1))}\n`);
  });

  it('is not one that still runs beside this one', () => {
    leave(process.ppid, 'getVoice');
    expect(open().crashedRun).toBe(undefined);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([`run-${process.ppid}.jsonl`, `run-${process.ppid}.call`]),
    );
  });

  it('is the newest where there are several, and five of them are kept', () => {
    const pids = deadPids(8);
    // The order on disk says nothing about the order in time.
    const minutes = [5, 2, 8, 1, 7, 3, 6, 4];
    pids.forEach((pid, index) => leave(pid, `call${minutes[index]}`, minutes[index]));
    const { crashedRun } = open();
    expect(crashedRun?.lastCall).toBe('call1');
    expect(readFileSync(crashedRun?.journalPath ?? '', 'utf8')).toBe(`{"pid":${pids[3]}}\n`);
    const kept = crashed().map((name) => readFileSync(join(folder, name), 'utf8'));
    const newest = pids.filter((_, index) => (minutes[index] ?? 0) <= 5);
    expect(kept.toSorted()).toEqual(newest.map((pid) => `{"pid":${pid}}\n`).toSorted());
  });

  it('leaves other files in the folder alone', () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'run-abc.jsonl'), 'mine');
    open();
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['notes.txt', 'run-abc.jsonl']));
  });
});
