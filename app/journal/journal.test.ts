import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryDraft } from './entry.ts';
import { createJournal, type Journal } from './journal.ts';

const draft = (name: string): EntryDraft => ({ time: 0, kind: 'session', name });

function fill(journal: Journal, count: number): void {
  for (let index = 0; index < count; index += 1) journal.append(draft('entry'));
}

const numbers = (entries: readonly { readonly seq: number }[]): readonly number[] =>
  entries.map(({ seq }) => seq);

describe('the journal', () => {
  it('is empty at first', () => {
    expect(createJournal().read()).toEqual({ entries: [], lastSeq: 0, dropped: 0 });
  });

  it('numbers entries from 1 and keeps what they say', () => {
    const journal = createJournal();
    const first = journal.append({ time: 5, kind: 'call', name: 'loggedOn', value: true, durationMs: 0.1 });
    expect(first).toEqual({ seq: 1, time: 5, kind: 'call', name: 'loggedOn', value: true, durationMs: 0.1 });
    journal.append(draft('second'));
    expect(journal.read()).toEqual({
      entries: [first, { seq: 2, ...draft('second') }],
      lastSeq: 2,
      dropped: 0,
    });
  });

  it('gives the entries after a number, and so many of them', () => {
    const journal = createJournal();
    fill(journal, 10);
    expect(numbers(journal.read(7).entries)).toEqual([8, 9, 10]);
    expect(numbers(journal.read(0, 2).entries)).toEqual([1, 2]);
    expect(numbers(journal.read(4, 3).entries)).toEqual([5, 6, 7]);
    expect(numbers(journal.read(10).entries)).toEqual([]);
    expect(numbers(journal.read(99).entries)).toEqual([]);
    expect(journal.read(10, 1).lastSeq).toBe(10);
  });

  it('drops the oldest when it is full, and counts them', () => {
    const journal = createJournal(3);
    fill(journal, 3);
    expect(journal.read()).toMatchObject({ lastSeq: 3, dropped: 0 });
    fill(journal, 4);
    const page = journal.read();
    expect(numbers(page.entries)).toEqual([5, 6, 7]);
    expect(page).toMatchObject({ lastSeq: 7, dropped: 4 });
    expect(numbers(journal.read(2, 1).entries)).toEqual([5]);
  });

  it('forgets everything when cleared, but goes on counting', () => {
    const journal = createJournal(3);
    fill(journal, 5);
    journal.clear();
    expect(journal.read()).toEqual({ entries: [], lastSeq: 5, dropped: 0 });
    expect(journal.hasUnpublished()).toBe(false);
    fill(journal, 2);
    expect(numbers(journal.read().entries)).toEqual([6, 7]);
    fill(journal, 2);
    expect(journal.read()).toMatchObject({ lastSeq: 9, dropped: 1 });
  });

  it('hands every entry out for publishing once, in portions', () => {
    const journal = createJournal();
    expect(journal.hasUnpublished()).toBe(false);
    expect(journal.takeUnpublished(5)).toEqual([]);
    fill(journal, 3);
    expect(journal.hasUnpublished()).toBe(true);
    expect(numbers(journal.takeUnpublished(2))).toEqual([1, 2]);
    expect(journal.hasUnpublished()).toBe(true);
    fill(journal, 1);
    expect(numbers(journal.takeUnpublished(2))).toEqual([3, 4]);
    expect(journal.hasUnpublished()).toBe(false);
    expect(journal.takeUnpublished(2)).toEqual([]);
  });

  it('publishes what is left where entries were dropped before it came to them', () => {
    const journal = createJournal(3);
    fill(journal, 2);
    expect(numbers(journal.takeUnpublished(1))).toEqual([1]);
    fill(journal, 6);
    expect(numbers(journal.takeUnpublished(2))).toEqual([6, 7]);
    expect(numbers(journal.takeUnpublished(2))).toEqual([8]);
    expect(journal.hasUnpublished()).toBe(false);
  });

  it('is a window on an endless list, whatever is done to it', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), count: fc.nat(9) }),
      fc.record({ kind: fc.constant('take' as const), count: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('clear' as const), count: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(step), (capacity, steps) => {
        const journal = createJournal(capacity);
        let last = 0;
        let firstHeld = 1;
        let published = 0;
        for (const { kind, count } of steps) {
          if (kind === 'append') {
            fill(journal, count);
            last += count;
            firstHeld = Math.max(firstHeld, last - capacity + 1);
          } else if (kind === 'clear') {
            journal.clear();
            firstHeld = last + 1;
            published = last;
          } else {
            const from = Math.max(published + 1, firstHeld);
            const taken = Array.from(
              { length: Math.min(count, last - from + 1) },
              (_, index) => from + index,
            );
            expect(numbers(journal.takeUnpublished(count))).toEqual(taken);
            published = taken.at(-1) ?? last;
          }
          const held = Array.from({ length: last - firstHeld + 1 }, (_, index) => firstHeld + index);
          expect(numbers(journal.read().entries)).toEqual(held);
          expect(journal.read().lastSeq).toBe(last);
          expect(journal.hasUnpublished()).toBe(published < last);
        }
      }),
    );
  });
});
