import type { EntryKind, JournalEntry } from '../../../app/journal/entry.ts';
import { journalView, useJournal } from '../../stores/journal.ts';
import { createRecentEntries } from './recent-entries.ts';

const recentEntries = createRecentEntries(journalView);

/** The newest entries of a function or callback, kept current. */
export function useRecent(name: string, kinds: readonly EntryKind[]): readonly JournalEntry[] {
  useJournal();
  return recentEntries.of(name, kinds);
}

/** How many entries of a name the journal holds. */
export function useCount(name: string): number {
  useJournal();
  return journalView.names().get(name) ?? 0;
}

/** The entry that answered a call, once it is there. */
export function useAnswer(seq: number | undefined): JournalEntry | undefined {
  useJournal();
  const answer = seq === undefined ? undefined : journalView.answerTo(seq);
  return answer === undefined ? undefined : journalView.entry(answer);
}
