// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeEntries } from '../journal/made-entries.ts';
import { journalView, publishNow, takeCleared, takeEntries } from '../stores/journal.ts';
import { TimelineStrip } from './timeline-strip.tsx';

const come = (count: number): void => {
  act(() => {
    takeEntries(madeEntries(count));
    publishNow();
  });
};
const passSecond = (): void => {
  act(() => {
    vi.advanceTimersByTime(1000);
  });
};

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  takeCleared(journalView.lastSeq());
});

describe('the strip of a hidden timeline', () => {
  it('counts the entries that are held, once a second', () => {
    vi.useFakeTimers();
    come(2);
    render(<TimelineStrip />);
    expect(screen.getByText('2 entries')).toBeDefined();
    come(1200);
    expect(screen.getByText('2 entries')).toBeDefined();
    passSecond();
    expect(screen.getByText('1,200 entries')).toBeDefined();
    act(() => {
      takeCleared(journalView.lastSeq());
      publishNow();
    });
    passSecond();
    expect(screen.getByText('0 entries')).toBeDefined();
  });
});
