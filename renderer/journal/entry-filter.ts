import type { EntryKind, JournalEntry } from '../../app/journal/entry.ts';
import { isUserCallbackName, userCallbacks } from '../../app/steam/user-callbacks.ts';
import { isUserFunctionName, userFunctions } from '../../app/steam/user-functions.ts';
import { summaryOf } from './entry-summary.ts';

/** Which entries are shown. */
export interface EntryFilter {
  /** Kinds that are left out. */
  readonly hiddenKinds: ReadonlySet<EntryKind>;
  /** Only entries of this name; undefined for all. */
  readonly name: string | undefined;
  /** Words that all have to be somewhere in number, kind, name, Steam's name or summary, whatever their case. */
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
    const searched =
      `${entry.name} ${summaryOf(entry)} ${entry.call ?? ''} ${entry.kind} ${steamName(entry)}`.toLowerCase();
    // A number is searched as it is shown, `#22`: bare digits would find it in half of all entries.
    return words.every((word) => (word.startsWith('#') ? word === `#${entry.seq}` : searched.includes(word)));
  };
}

/** What Steam's headers call it: the function, or the callback with its number. */
function steamName({ name }: JournalEntry): string {
  if (isUserFunctionName(name)) return userFunctions[name].sdkName;
  if (isUserCallbackName(name)) return `${userCallbacks[name].sdkName} ${userCallbacks[name].id}`;
  return '';
}

export function isFiltering(filter: EntryFilter): boolean {
  return filter.hiddenKinds.size > 0 || filter.name !== undefined || filter.text.trim() !== '';
}
