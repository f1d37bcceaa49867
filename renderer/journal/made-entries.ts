import type { JournalEntry } from '../../app/journal/entry.ts';

/** For tests: `count` calls of getSteamID, numbered from `from`. */
export function madeEntries(count: number, from = 1): readonly JournalEntry[] {
  return Array.from({ length: count }, (_, offset) => madeEntry({ seq: from + offset }));
}

/** For tests: an entry with what matters to the test, the rest made up. */
export function madeEntry(entry: Partial<JournalEntry> & Pick<JournalEntry, 'seq'>): JournalEntry {
  return {
    time: 1_700_000_000_000 + entry.seq,
    kind: 'call',
    name: 'getSteamID',
    value: '76561202255187930',
    ...entry,
  };
}
