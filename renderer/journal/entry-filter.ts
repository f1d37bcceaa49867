import type { EntryKind, JournalEntry } from '../../app/journal/entry.ts';
import { summaryOf } from './entry-summary.ts';

/** Which entries are shown. */
export interface EntryFilter {
  /** Kinds that are left out. */
  readonly hiddenKinds: ReadonlySet<EntryKind>;
  /** Only entries of this name; undefined for all. */
  readonly name: string | undefined;
  /** Words that all have to be somewhere in name or summary, whatever their case. */
  readonly text: string;
}

export const showEverything: EntryFilter = { hiddenKinds: new Set(), name: undefined, text: '' };

export type EntryTest = (entry: JournalEntry) => boolean;

/** The filter as a test, cheapest question first. */
export function entryTest({ hiddenKinds, name, text }: EntryFilter): EntryTest {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (entry) => {
    if (hiddenKinds.has(entry.kind)) return false;
    if (name !== undefined && entry.name !== name) return false;
    if (words.length === 0) return true;
    const searched = `${entry.name} ${summaryOf(entry)} ${entry.call ?? ''}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  };
}

export function isFiltering(filter: EntryFilter): boolean {
  return filter.hiddenKinds.size > 0 || filter.name !== undefined || filter.text.trim() !== '';
}
