// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeEntries, madeEntry } from '../journal/made-entries.ts';
import { showEverything } from '../journal/entry-filter.ts';
import { changeFilter, journalView, publishNow, takeCleared, takeEntries } from '../stores/journal.ts';
import { readTimeline, selectEntry, setDetailOpen, setFollowing } from '../stores/timeline.ts';
import { EntryGrid } from './entry-grid.tsx';
import { ROW_HEIGHT } from './row-height.ts';

const VIEW_HEIGHT = 220;

const take = (...entries: Parameters<typeof takeEntries>): void => {
  act(() => {
    takeEntries(...entries);
    publishNow();
  });
};

beforeEach(() => {
  // happy-dom lays nothing out: the list is given a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_HEIGHT);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly tell: () => void;
      constructor(tell: () => void) {
        this.tell = tell;
      }
      observe(): void {
        this.tell();
      }
      disconnect(): void {
        // Nothing is held.
      }
    },
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  takeCleared(journalView.lastSeq());
  changeFilter(showEverything);
  selectEntry(undefined);
  setDetailOpen(false);
  setFollowing(true);
});

describe('the list of entries', () => {
  it('draws only rows in sight, the newest while following', () => {
    render(<EntryGrid />);
    const first = journalView.lastSeq() + 1;
    take(madeEntries(5000, first));
    const grid = screen.getByRole('grid', { name: 'Timeline' });
    expect(grid.getAttribute('aria-rowcount')).toBe('5001');
    const rows = within(grid).getAllByRole('row');
    expect(rows.length).toBeLessThan(60);
    expect(rows.at(-1)?.getAttribute('aria-rowindex')).toBe('5001');
  });

  it('uses the rows that go out of sight for those that come into it, in the order of the list', () => {
    render(<EntryGrid />);
    const first = journalView.lastSeq() + 1;
    take(madeEntries(500, first));
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(501 * ROW_HEIGHT);
    const grid = screen.getByRole('grid', { name: 'Timeline' });
    const scrollTo = (row: number): readonly HTMLElement[] => {
      act(() => {
        grid.scrollTop = row * ROW_HEIGHT;
        grid.dispatchEvent(new Event('scroll'));
      });
      return within(grid).getAllByRole('row').slice(1);
    };
    const before = scrollTo(200);
    const near = scrollTo(203);
    expect(near.filter((row) => !before.includes(row))).toEqual([]);
    expect(near.slice(0, -3)).toEqual(before.slice(3));
    const far = scrollTo(300);
    expect(new Set(far)).toEqual(new Set(before));
    const indexes = far.map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(indexes).toEqual(indexes.map((_, offset) => (indexes[0] ?? 0) + offset));
    expect(indexes).toContain(302);
  });

  it('is gone through with the keyboard', async () => {
    const user = userEvent.setup();
    render(<EntryGrid />);
    const first = journalView.lastSeq() + 1;
    take(madeEntries(100, first));
    screen.getByRole('grid').focus();
    await user.keyboard('{Home}');
    expect(readTimeline()).toMatchObject({ selectedSeq: first, isFollowing: false });
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(readTimeline().selectedSeq).toBe(first + 1);
    await user.keyboard('{PageDown}');
    expect(readTimeline().selectedSeq).toBe(first + 1 + VIEW_HEIGHT / 22 - 2);
    await user.keyboard('{End}');
    expect(readTimeline()).toMatchObject({ selectedSeq: first + 99, isFollowing: true });
    await user.keyboard('{Enter}');
    expect(readTimeline().isDetailOpen).toBe(true);
    await user.keyboard('{ArrowLeft}');
    expect(readTimeline().isDetailOpen).toBe(false);
  });

  it('jumps between a call and its answer', async () => {
    const user = userEvent.setup();
    render(<EntryGrid />);
    const call = journalView.lastSeq() + 1;
    take([
      madeEntry({ seq: call, name: 'getDurationControl', value: '17', call: '17' }),
      madeEntry({
        seq: call + 1,
        kind: 'callResult',
        name: 'durationControl',
        answers: call,
        durationMs: 84.2,
      }),
    ]);
    expect(screen.getByText('84.2 ms')).toBeDefined();
    await user.click(screen.getByRole('button', { name: `Answered by ${call + 1}` }));
    expect(readTimeline().selectedSeq).toBe(call + 1);
    screen.getByRole('grid').focus();
    await user.keyboard('p');
    expect(readTimeline().selectedSeq).toBe(call);
  });

  it('says when the filter leaves nothing, and shows all again', async () => {
    const user = userEvent.setup();
    render(<EntryGrid />);
    take(madeEntries(3, journalView.lastSeq() + 1));
    act(() => changeFilter({ text: 'no such word' }));
    await user.click(screen.getByRole('button', { name: 'Show every entry' }));
    expect(screen.getAllByText('getSteamID')).toHaveLength(3);
  });
});
