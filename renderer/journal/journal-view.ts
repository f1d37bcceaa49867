import { entryKinds, type EntryKind, type JournalEntry } from '../../app/journal/entry.ts';
import { JOURNAL_CAPACITY } from '../../app/journal/journal.ts';
import { entryTest, showEverything, type EntryFilter, type EntryTest } from './entry-filter.ts';
import { createEntryRing } from './entry-ring.ts';
import { createSeqList, type SeqList } from './seq-list.ts';

/** Entries that are tested between two looks at the clock. */
const PORTION = 512;

/** What is said about the journal beside its entries. */
export interface JournalFigures {
  /** Rows to show. */
  readonly shown: number;
  /** Entries held. */
  readonly held: number;
  /** Entries that had to go to bound memory. */
  readonly dropped: number;
  /** Rows that came since the pause began and would be shown. */
  readonly waiting: number;
  readonly byKind: Readonly<Record<EntryKind, number>>;
  /** Rows that went away at the top since the start: who keeps a place in the list moves it by the difference. */
  readonly shift: number;
  /** Rises whenever a name comes or goes. */
  readonly namesVersion: number;
  readonly isPaused: boolean;
  readonly isFilterBusy: boolean;
}

/**
 * The page's copy of the journal with one filter over it.
 *
 * It lives outside React, so that a batch of entries costs what its entries cost and not what the journal holds: an
 * appended entry is tested once; only another filter tests all of them, a slice at a time.
 */
export interface JournalView {
  /** Takes entries in order; those that are held already are passed over. */
  append(entries: readonly JournalEntry[]): void;
  /** How many entries main had dropped before the first one here. */
  startAfterDropping(dropped: number): void;
  clear(lastSeq: number): void;
  filterBy(filter: EntryFilter): void;
  /** Goes on with a filter; true while there is more to do. `now` in milliseconds. */
  work(now: () => number, budgetMs: number): boolean;
  pause(): void;
  resume(): void;
  /** The entry in a row of what is shown. */
  row(index: number): JournalEntry | undefined;
  /** The row of an entry; -1 where it is not shown. */
  rowOf(seq: number): number;
  entry(seq: number): JournalEntry | undefined;
  /** The entry that answers a call. */
  answerTo(seq: number): number | undefined;
  lastSeq(): number;
  /** Every name held, with how often. */
  names(): ReadonlyMap<string, number>;
  figures(): JournalFigures;
}

interface FilterWork {
  readonly test: EntryTest;
  readonly list: SeqList;
  nextSeq: number;
}

export function createJournalView(capacity: number = JOURNAL_CAPACITY): JournalView {
  const ring = createEntryRing(capacity);
  const answers = new Map<number, number>();
  const names = new Map<string, number>();
  const byKind = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>;
  let test = entryTest(showEverything);
  let list = createSeqList();
  let work: FilterWork | undefined;
  let pausedAt: number | undefined;
  let shift = 0;
  let held = 0;
  let namesVersion = 0;
  /** Entries up to this number were cleared or never dropped: what is missing after it was dropped. */
  let floorSeq = 0;

  const forget = ({ seq, kind, name }: JournalEntry): void => {
    held -= 1;
    byKind[kind] -= 1;
    const left = (names.get(name) ?? 1) - 1;
    if (left > 0) {
      names.set(name, left);
    } else {
      names.delete(name);
      namesVersion += 1;
    }
    answers.delete(seq);
  };

  const take = (entry: JournalEntry): void => {
    const replaced = ring.append(entry);
    if (replaced !== undefined) forget(replaced);
    held += 1;
    byKind[entry.kind] += 1;
    const before = names.get(entry.name) ?? 0;
    if (before === 0) namesVersion += 1;
    names.set(entry.name, before + 1);
    if (entry.answers !== undefined) answers.set(entry.answers, entry.seq);
    if (work === undefined && test(entry)) list.push(entry.seq);
  };

  const shown = (): number => (pausedAt === undefined ? list.length : list.countUpTo(pausedAt));

  return {
    append(entries) {
      for (const entry of entries) {
        if (entry.seq > ring.lastSeq) take(entry);
      }
      shift += list.dropBelow(ring.firstSeq);
    },
    startAfterDropping(dropped) {
      floorSeq = Math.max(0, ring.firstSeq - 1 - dropped);
    },
    clear(lastSeq) {
      ring.clear(lastSeq);
      floorSeq = ring.lastSeq;
      held = 0;
      answers.clear();
      names.clear();
      namesVersion += 1;
      for (const kind of entryKinds) byKind[kind] = 0;
      list.clear();
      shift = 0;
      if (work !== undefined) work = { ...work, list: createSeqList(), nextSeq: ring.firstSeq };
    },
    filterBy(filter) {
      work = { test: entryTest(filter), list: createSeqList(), nextSeq: ring.firstSeq };
    },
    work(now, budgetMs) {
      if (work === undefined) return false;
      const until = now() + budgetMs;
      work.nextSeq = Math.max(work.nextSeq, ring.firstSeq);
      while (work.nextSeq <= ring.lastSeq) {
        const end = Math.min(ring.lastSeq, work.nextSeq + PORTION - 1);
        for (let seq = work.nextSeq; seq <= end; seq += 1) {
          const entry = ring.at(seq);
          if (entry !== undefined && work.test(entry)) work.list.push(seq);
        }
        work.nextSeq = end + 1;
        if (work.nextSeq <= ring.lastSeq && now() >= until) return true;
      }
      ({ test, list } = work);
      list.dropBelow(ring.firstSeq);
      work = undefined;
      return false;
    },
    pause() {
      pausedAt ??= ring.lastSeq;
    },
    resume() {
      pausedAt = undefined;
    },
    row(index) {
      const seq = list.at(index);
      return seq === undefined ? undefined : ring.at(seq);
    },
    rowOf(seq) {
      const index = list.countUpTo(seq) - 1;
      return index >= 0 && index < shown() && list.at(index) === seq ? index : -1;
    },
    entry: (seq) => ring.at(seq),
    answerTo(seq) {
      const answer = answers.get(seq);
      return answer === undefined || ring.at(answer) === undefined ? undefined : answer;
    },
    lastSeq: () => ring.lastSeq,
    names: () => names,
    figures: () => ({
      shown: shown(),
      held,
      dropped: Math.max(0, ring.firstSeq - 1 - floorSeq),
      waiting: list.length - shown(),
      byKind: { ...byKind },
      shift,
      namesVersion,
      isPaused: pausedAt !== undefined,
      isFilterBusy: work !== undefined,
    }),
  };
}
