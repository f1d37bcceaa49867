import type { EntryKind, JournalEntry } from '../../../app/journal/entry.ts';
import type { JournalView } from '../../journal/journal-view.ts';

/** How many calls of a function its history has. */
export const RECENT = 20;

/** The newest entries by name. */
export interface RecentEntries {
  /** Catches up with the journal, then tells the newest entries of a name and these kinds, the newest first. */
  of(name: string, kinds: readonly EntryKind[]): readonly JournalEntry[];
}

/**
 * Remembers where the newest entries of each name are, so that each entry of the journal is looked at once and not at
 * every drawing. Entries that were cleared or dropped are found to be gone when they are asked for.
 */
export function createRecentEntries(view: JournalView): RecentEntries {
  const seqs = new Map<string, number[]>();
  let readUpTo = 0;

  const catchUp = (): void => {
    const { held } = view.figures();
    const lastSeq = view.lastSeq();
    for (let seq = Math.max(readUpTo + 1, lastSeq - held + 1); seq <= lastSeq; seq += 1) {
      const entry = view.entry(seq);
      if (entry !== undefined) remember(entry);
    }
    readUpTo = lastSeq;
  };

  const remember = ({ kind, name, seq }: JournalEntry): void => {
    const key = `${kind} ${name}`;
    const newest = seqs.get(key) ?? [];
    newest.push(seq);
    if (newest.length > RECENT) newest.shift();
    seqs.set(key, newest);
  };

  return {
    of(name, kinds) {
      catchUp();
      return kinds
        .flatMap((kind) => seqs.get(`${kind} ${name}`) ?? [])
        .sort((one, other) => other - one)
        .slice(0, RECENT)
        .map((seq) => view.entry(seq))
        .filter((entry) => entry !== undefined);
    },
  };
}
