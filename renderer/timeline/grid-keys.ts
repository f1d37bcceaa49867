import type { KeyboardEvent } from 'react';
import { journalView } from '../stores/journal.ts';
import {
  partnerOf,
  readTimeline,
  revealEntry,
  selectEntry,
  setDetailOpen,
  setFollowing,
} from '../stores/timeline.ts';

interface GridKeysParts {
  readonly shown: number;
  readonly pageRows: number;
  readonly bringIntoSight: (index: number) => void;
}

/** What keys do in the list of entries; `timeline-keys.ts` says it to the user. */
export function gridKeyHandler({
  shown,
  pageRows,
  bringIntoSight,
}: GridKeysParts): (event: KeyboardEvent) => void {
  const selectRow = (index: number): void => {
    const row = Math.max(0, Math.min(shown - 1, index));
    const entry = journalView.row(row);
    if (entry === undefined) return;
    selectEntry(entry.seq);
    // At the newest entry the list goes on with what comes; anywhere else it stays.
    setFollowing(row === shown - 1);
    bringIntoSight(row);
  };
  const selectedRow = (): number => {
    const { selectedSeq } = readTimeline();
    return selectedSeq === undefined ? -1 : journalView.rowOf(selectedSeq);
  };
  const step = (by: number): void => {
    const row = selectedRow();
    selectRow(row === -1 ? shown - 1 : row + by);
  };
  const jump = (): void => {
    const { selectedSeq } = readTimeline();
    const partner = selectedSeq === undefined ? undefined : partnerOf(selectedSeq);
    if (partner !== undefined) revealEntry(partner);
  };

  const handlers: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(pageRows),
    PageUp: () => step(-pageRows),
    Home: () => selectRow(0),
    End: () => selectRow(shown - 1),
    Enter: () => setDetailOpen(true),
    ArrowRight: () => setDetailOpen(true),
    ArrowLeft: () => setDetailOpen(false),
    Escape: () => setDetailOpen(false),
    p: jump,
    P: jump,
  };

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handle = handlers[event.key];
    if (handle === undefined) return;
    event.preventDefault();
    handle();
  };
}
