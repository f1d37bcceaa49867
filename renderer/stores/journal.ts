import { create } from 'zustand';
import type { JournalEntry } from '../../app/journal/entry.ts';
import type { JournalPage } from '../../app/journal/journal.ts';
import type { Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { showEverything, type EntryFilter } from '../journal/entry-filter.ts';
import { createJournalView, type JournalFigures } from '../journal/journal-view.ts';
import { notify } from './toasts.ts';

/** Longest stretch that a filter works before input and drawing have their turn. */
const FILTER_BUDGET_MS = 8;

const view = createJournalView();

export interface JournalState extends JournalFigures {
  /** Rises whenever rows may have changed: the entries themselves are not in React's state. */
  readonly version: number;
  readonly filter: EntryFilter;
}

const store = create<JournalState>()(() => ({ ...view.figures(), version: 0, filter: showEverything }));

export function useJournal(): JournalState {
  return store();
}

export function useIsJournalPaused(): boolean {
  return store((state) => state.isPaused);
}

/** The entries, for whoever renders a version of them. */
export const journalView = view;

let isPublishDue = false;

/** Tells React once a frame, however many batches come in. */
function publishSoon(): void {
  if (isPublishDue) return;
  isPublishDue = true;
  requestAnimationFrame(publishNow);
}

/** Tells React what is there now; a test need not wait for a frame. */
export function publishNow(): void {
  isPublishDue = false;
  store.setState(({ version }) => ({ ...view.figures(), version: version + 1 }));
}

export function takeEntries(entries: readonly JournalEntry[]): void {
  view.append(entries);
  publishSoon();
}

/** Takes one page of the snapshot. */
export function takeJournalPage(page: JournalPage, isFirst: boolean): void {
  if (page.entries.length === 0 && isFirst) view.clear(page.lastSeq);
  view.append(page.entries);
  if (isFirst) view.startAfterDropping(page.dropped);
  publishSoon();
}

export function takeCleared(lastSeq: number): void {
  view.clear(lastSeq);
  publishSoon();
}

let isWorkDue = false;

function workOnFilter(): void {
  isWorkDue = view.work(() => performance.now(), FILTER_BUDGET_MS);
  if (isWorkDue) setTimeout(workOnFilter);
  else publishNow();
}

export function changeFilter(change: Partial<EntryFilter>): void {
  store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  view.filterBy(store.getState().filter);
  // Most filters are through at once; a long one goes on between frames, and what was shown stays until it is.
  if (!isWorkDue) workOnFilter();
  if (isWorkDue) publishNow();
}

export function readFilter(): EntryFilter {
  return store.getState().filter;
}

/** Holds what is shown as it is; entries go on being kept. */
export function pauseJournal(): void {
  view.pause();
  publishNow();
}

export function resumeJournal(): void {
  view.resume();
  publishNow();
}

export function togglePause(): void {
  if (store.getState().isPaused) resumeJournal();
  else pauseJournal();
}

/** Has main forget every entry. */
export async function clearJournal(): Promise<Outcome<null>> {
  const outcome = await bench().journal.clear();
  if (!outcome.ok) notify('fault', 'The journal was not cleared', outcome.error.message);
  return outcome;
}

/** Has main ask for a file and write every entry to it, credentials masked. */
export async function saveJournal(): Promise<void> {
  const outcome = await bench().journal.save();
  if (!outcome.ok) notify('fault', 'The journal was not saved', outcome.error.message);
  else if (outcome.value !== null) {
    const { entries, path } = outcome.value;
    notify('good', `${entries.toLocaleString('en')} entries saved, credentials masked`, path);
  }
}
