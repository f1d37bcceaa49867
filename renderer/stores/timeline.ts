import { create } from 'zustand';
import { changeSettings, readSettingsNow } from './settings.ts';
import { changeFilter, journalView } from './journal.ts';
import { showEverything } from '../journal/entry-filter.ts';

export interface TimelineState {
  readonly selectedSeq: number | undefined;
  /** The call or answer that the row under the pointer belongs to. */
  readonly partnerSeq: number | undefined;
  readonly isDetailOpen: boolean;
  /** Whether the newest row is kept in sight. */
  readonly isFollowing: boolean;
  /** An entry to bring into sight; `times` tells two wishes for the same one apart. */
  readonly wanted: { readonly seq: number; readonly times: number } | undefined;
}

const store = create<TimelineState>()(() => ({
  selectedSeq: undefined,
  partnerSeq: undefined,
  isDetailOpen: false,
  isFollowing: true,
  wanted: undefined,
}));

export function useTimeline<Part>(part: (state: TimelineState) => Part): Part {
  return store(part);
}

export function readTimeline(): TimelineState {
  return store.getState();
}

export function selectEntry(seq: number | undefined): void {
  store.setState({ selectedSeq: seq });
}

export function hoverEntry(seq: number | undefined): void {
  store.setState({ partnerSeq: seq === undefined ? undefined : partnerOf(seq) });
}

export function setDetailOpen(isDetailOpen: boolean): void {
  store.setState({ isDetailOpen });
}

export function setFollowing(isFollowing: boolean): void {
  if (store.getState().isFollowing !== isFollowing) store.setState({ isFollowing });
}

export function toggleTimeline(): void {
  void changeSettings({ isTimelineOpen: !readSettingsNow().isTimelineOpen });
}

/** The call that an entry answers, or the answer of a call. */
export function partnerOf(seq: number): number | undefined {
  return journalView.entry(seq)?.answers ?? journalView.answerTo(seq);
}

/** Selects an entry and brings it into sight: opens the timeline and drops a filter that hides it, where need be. */
export function revealEntry(seq: number): void {
  if (journalView.entry(seq) === undefined) return;
  if (!readSettingsNow().isTimelineOpen) toggleTimeline();
  if (journalView.rowOf(seq) === -1) changeFilter(showEverything);
  store.setState(({ wanted }) => ({
    selectedSeq: seq,
    isFollowing: false,
    wanted: { seq, times: (wanted?.times ?? 0) + 1 },
  }));
}
