import type { EntryDraft, JournalEntry } from './entry.ts';

/** Entries that the journal holds by default: ten minutes of heavy traffic, about 100 MB at worst. */
export const JOURNAL_CAPACITY = 200_000;

export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** The newest number given, also where its entry is no longer held; 0 before the first. */
  readonly lastSeq: number;
  /** How many entries were dropped to bound memory since the start or the last clear. */
  readonly dropped: number;
}

/** The bench's memory of what happened: numbered, in order, bounded. */
export interface Journal {
  append(draft: EntryDraft): JournalEntry;
  /** Entries with a number above `after`, oldest first, at most `limit`. */
  read(after?: number, limit?: number): JournalPage;
  /** Forgets every entry. Numbers go on. */
  clear(): void;
  /** Entries appended since the last call: what a publisher still has to send, at most `limit` of them. */
  takeUnpublished(limit: number): readonly JournalEntry[];
  hasUnpublished(): boolean;
}

/**
 * A journal that keeps the newest `capacity` entries.
 *
 * A ring: appending is constant time and reading copies only what is asked for.
 */
export function createJournal(capacity: number = JOURNAL_CAPACITY): Journal {
  let ring: (JournalEntry | undefined)[] = [];
  let lastSeq = 0;
  let firstHeldSeq = 1;
  let dropped = 0;
  let publishedSeq = 0;

  const slice = (after: number, limit: number): JournalEntry[] => {
    const from = Math.max(after + 1, firstHeldSeq);
    const to = Math.min(lastSeq, from + limit - 1);
    const entries: JournalEntry[] = [];
    for (let seq = from; seq <= to; seq += 1) {
      const entry = ring[seq % capacity];
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  };

  return {
    append(draft) {
      lastSeq += 1;
      const entry: JournalEntry = { seq: lastSeq, ...draft };
      ring[lastSeq % capacity] = entry;
      if (lastSeq - firstHeldSeq >= capacity) {
        firstHeldSeq += 1;
        dropped += 1;
      }
      return entry;
    },
    read(after = 0, limit = capacity) {
      return { entries: slice(after, limit), lastSeq, dropped };
    },
    clear() {
      ring = [];
      firstHeldSeq = lastSeq + 1;
      publishedSeq = lastSeq;
      dropped = 0;
    },
    takeUnpublished(limit) {
      const entries = slice(publishedSeq, limit);
      publishedSeq = entries.at(-1)?.seq ?? lastSeq;
      return entries;
    },
    hasUnpublished: () => publishedSeq < lastSeq,
  };
}
