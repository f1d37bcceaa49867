import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { journalLine, writeJournal } from './journal-lines.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-journal-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const entries = (count: number): readonly JournalEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    seq: index + 1,
    time: index,
    kind: 'call',
    name: 'getPlayerSteamLevel',
    value: 42,
  }));

describe('a line of the journal', () => {
  it('is JSON, whatever the text in it', () => {
    const entry: JournalEntry = {
      seq: 1,
      time: 0.5,
      kind: 'fault',
      name: 'bug',
      value: { message: 'two\nlines\r\n\u2028' },
    };
    const line = journalLine(entry);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual(entry);
  });

  it('has no credentials in it', () => {
    const buffer = Uint8Array.of(0xca, 0xfe, 0xba, 0xbe);
    const line = journalLine({
      seq: 1,
      time: 0,
      kind: 'call',
      name: 'getAuthSessionTicket',
      value: { id: 1, buffer, size: 4 },
    });
    expect(JSON.parse(line)).toMatchObject({ value: { id: 1, buffer: '«4 bytes masked»', size: 4 } });
    expect(line).not.toMatch(/cafebabe|202,254|"0":202/);
  });
});

describe('a saved journal', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])('has all of its %i lines in order', async (count) => {
    const path = join(folder, 'journal.jsonl');
    expect(await writeJournal(path, entries(count))).toEqual({ ok: true, value: { path, entries: count } });
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(entries(count));
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });

  it('takes the place of an older one', async () => {
    const path = join(folder, 'journal.jsonl');
    writeFileSync(path, 'old'.repeat(10_000));
    await writeJournal(path, entries(1));
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(2);
  });

  it('that cannot be written is a failure that says what to do', async () => {
    writeFileSync(join(folder, 'file'), '');
    for (const place of ['nowhere', 'file']) {
      expect(await writeJournal(join(folder, place, 'journal.jsonl'), entries(3))).toMatchObject({
        ok: false,
        error: { code: 'storage-failed', remedy: expect.any(String) as unknown },
      });
    }
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('that cannot be swapped in leaves nothing behind', async () => {
    mkdirSync(join(folder, 'journal.jsonl', 'kept'), { recursive: true });
    expect(await writeJournal(join(folder, 'journal.jsonl'), entries(3))).toMatchObject({
      error: { code: 'storage-failed' },
    });
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });
});
