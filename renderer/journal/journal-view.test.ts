import { describe, expect, it } from 'vitest';
import { showEverything } from './entry-filter.ts';
import { createJournalView, type JournalView } from './journal-view.ts';
import { madeEntries, madeEntry } from './made-entries.ts';

const shownSeqs = (view: JournalView): (number | undefined)[] =>
  Array.from({ length: view.figures().shown }, (_, index) => view.row(index)?.seq);

const finish = (view: JournalView): void => {
  while (view.work(() => 0, 1));
};

describe('the page’s copy of the journal', () => {
  it('shows entries in order, each once, however batches overlap', () => {
    const view = createJournalView();
    view.append(madeEntries(3));
    view.append(madeEntries(4, 2));
    view.append(madeEntries(2));
    expect(shownSeqs(view)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps the newest and counts what had to go', () => {
    const view = createJournalView(100);
    view.append(madeEntries(250));
    expect(view.figures()).toMatchObject({ held: 100, shown: 100, dropped: 150 });
    expect(view.row(0)?.seq).toBe(151);
    expect(view.entry(150)).toBeUndefined();
    expect(view.names().get('getSteamID')).toBe(100);
    expect(view.figures().byKind.call).toBe(100);
  });

  it('counts what main had dropped before the page was loaded', () => {
    const view = createJournalView(100);
    view.append(madeEntries(100, 401));
    view.startAfterDropping(300);
    expect(view.figures().dropped).toBe(300);
    view.append(madeEntries(10, 501));
    expect(view.figures().dropped).toBe(310);
  });

  it('forgets all on clear and passes over what was cleared', () => {
    const view = createJournalView();
    view.append(madeEntries(5));
    view.clear(8);
    view.append(madeEntries(6, 4));
    expect(shownSeqs(view)).toEqual([9]);
    expect(view.figures()).toMatchObject({ held: 1, dropped: 0 });
  });

  it('filters what is there and what comes', () => {
    const view = createJournalView();
    view.append([madeEntry({ seq: 1 }), madeEntry({ seq: 2, kind: 'callback', name: 'licensesUpdated' })]);
    view.filterBy({ ...showEverything, hiddenKinds: new Set(['call']) });
    finish(view);
    expect(shownSeqs(view)).toEqual([2]);
    view.append([madeEntry({ seq: 3 }), madeEntry({ seq: 4, kind: 'fault', name: 'pumpFailed' })]);
    expect(shownSeqs(view)).toEqual([2, 4]);
    expect(view.rowOf(3)).toBe(-1);
    expect(view.rowOf(4)).toBe(1);
  });

  it('filters in slices, and misses nothing that comes between two of them', () => {
    const view = createJournalView();
    view.append(madeEntries(2000));
    view.filterBy({ ...showEverything, name: 'getSteamID' });
    let time = 0;
    expect(view.work(() => time++, 1)).toBe(true);
    view.append([madeEntry({ seq: 2001 }), madeEntry({ seq: 2002, name: 'loggedOn' })]);
    expect(view.figures()).toMatchObject({ isFilterBusy: true, shown: 2000 });
    finish(view);
    expect(view.figures()).toMatchObject({ isFilterBusy: false, shown: 2001 });
  });

  it('holds what is shown while paused, and counts what waits', () => {
    const view = createJournalView(100);
    view.append(madeEntries(50));
    view.pause();
    view.append(madeEntries(80, 51));
    expect(view.figures()).toMatchObject({ isPaused: true, waiting: 80, shown: 20, shift: 30 });
    expect(view.row(19)?.seq).toBe(50);
    view.resume();
    expect(view.figures()).toMatchObject({ waiting: 0, shown: 100 });
  });

  it('knows the answer of a call until either goes', () => {
    const view = createJournalView(10);
    view.append([madeEntry({ seq: 1 }), madeEntry({ seq: 2, kind: 'callResult', answers: 1 })]);
    expect(view.answerTo(1)).toBe(2);
    view.append(madeEntries(9, 3));
    expect(view.answerTo(1)).toBeUndefined();
  });

  it('takes 100,000 entries in batches at a cost that does not grow with what it holds', () => {
    const view = createJournalView();
    const batches = Array.from({ length: 200 }, (_, batch) => madeEntries(500, batch * 500 + 1));
    let slowestMs = 0;
    for (const batch of batches) {
      const startedAt = performance.now();
      view.append(batch);
      view.figures();
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    }
    expect(view.figures().shown).toBe(100_000);
    expect(slowestMs).toBeLessThan(100);
  });
});
