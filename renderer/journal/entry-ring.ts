import type { JournalEntry } from '../../app/journal/entry.ts';

const CHUNK_BITS = 12;
const CHUNK_SIZE = 1 << CHUNK_BITS;

/** The newest entries by number, bounded. Appending and reading are constant time; nothing is ever copied. */
export interface EntryRing {
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The entry that had to go to make room, if one had to. Entries come in order of their numbers. */
  append(entry: JournalEntry): JournalEntry | undefined;
  at(seq: number): JournalEntry | undefined;
  /** Empties it; the next entry has a number above `lastSeq`. */
  clear(lastSeq: number): void;
}

/** A ring in chunks: memory grows with what is held, and a number of 190,000 for a start costs nothing. */
export function createEntryRing(capacity: number): EntryRing {
  let chunks: (JournalEntry | undefined)[][] = [];
  let firstSeq = 1;
  let lastSeq = 0;

  const slot = (seq: number): { readonly chunk: (JournalEntry | undefined)[]; readonly index: number } => {
    const place = seq % capacity;
    const number = place >> CHUNK_BITS;
    return { chunk: (chunks[number] ??= []), index: place & (CHUNK_SIZE - 1) };
  };

  return {
    get firstSeq() {
      return firstSeq;
    },
    get lastSeq() {
      return lastSeq;
    },
    append(entry) {
      // The first of a page: what was before it is not held here.
      if (firstSeq > lastSeq) firstSeq = entry.seq;
      const { chunk, index } = slot(entry.seq);
      const replaced = chunk[index];
      chunk[index] = entry;
      lastSeq = entry.seq;
      firstSeq = Math.max(firstSeq, lastSeq - capacity + 1);
      return replaced;
    },
    at(seq) {
      if (seq < firstSeq || seq > lastSeq) return undefined;
      const entry = slot(seq).chunk[(seq % capacity) & (CHUNK_SIZE - 1)];
      return entry?.seq === seq ? entry : undefined;
    },
    clear(upTo) {
      chunks = [];
      lastSeq = Math.max(lastSeq, upTo);
      firstSeq = lastSeq + 1;
    },
  };
}
