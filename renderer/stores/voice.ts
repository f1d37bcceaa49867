import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { HeardByPage } from '../../app/voice/heard-by-page.ts';
import {
  LIVE_SECONDS,
  noVoice,
  type Inspection,
  type LiveTake,
  type TakeCard,
  type TakeReport,
  type TakeSound,
  type VoiceBeat,
  type VoiceState,
} from '../../app/voice/voice.ts';
import type { SavedFile } from '../../app/ipc/contract.ts';
import { bench } from '../bench.ts';
import { createLivePackets, type LiveBeat } from '../voice/live-packets.ts';

const store = create<VoiceState>()(() => noVoice);
/** Kept here: their plot is there again where its panel is opened anew. */
const packets = createLivePackets(LIVE_SECONDS);

/** A part of what is told of voice: whoever takes it is drawn anew with that part alone, not ten times a second. */
export function useVoice<Part>(part: (state: VoiceState) => Part): Part {
  return store(part);
}

/** The take that is being recorded or, after that, the last one as of its end. */
export function useLastLive(): LiveTake | undefined {
  return store(({ live, last }) => live ?? last);
}

/** When the newest beat came, by the clock of the page, in ms: what counts along with a take counts with its beats. */
export function useBeatTime(): number {
  return beats(({ at }) => at);
}

const beats = create<{ readonly at: number }>()(() => ({ at: 0 }));

export function readVoice(): VoiceState {
  return store.getState();
}

/** What came of packets in the last seconds of the take under way or the last one. */
export function readLiveBeats(): readonly LiveBeat[] {
  return packets.beats;
}

export function takeVoice(state: VoiceState): void {
  notePackets(state.live);
  store.setState(state, true);
}

/** A beat of the take under way: everything else stays the very same. */
export function takeVoiceBeat({ recorder, live }: VoiceBeat): void {
  beats.setState({ at: Date.now() });
  notePackets(live);
  store.setState({ recorder, live });
}

function notePackets(live: LiveTake | undefined): void {
  if (live !== undefined && live !== store.getState().live) packets.take(live, Date.now());
}

export function subscribeToVoice(listener: (now: VoiceState, before: VoiceState) => void): () => void {
  return store.subscribe(listener);
}

export function fetchSound(id: string): Promise<Outcome<TakeSound>> {
  return bench().voice.sound({ id });
}

export function fetchReport(id: string): Promise<Outcome<TakeReport>> {
  return bench().voice.report({ id });
}

export function renameTake(id: string, name: string): Promise<Outcome<VoiceState>> {
  return bench().voice.rename({ id, name });
}

export function removeTake(id: string): Promise<Outcome<VoiceState>> {
  return bench().voice.remove({ id });
}

export type TakeExport = 'wav' | 'packets';
export type ReportFormat = 'json' | 'html';

/** Asks for a file and writes a take to it. Null where the user declined. */
export function exportTake(id: string, what: TakeExport): Promise<Outcome<SavedFile | null>> {
  const { voice } = bench();
  return what === 'wav' ? voice.exportWav({ id }) : voice.exportPackets({ id });
}

/** Asks for a file and writes one report of all these takes to it, a hundred at most. Null where the user declined. */
export function exportReport(
  ids: readonly string[],
  format: ReportFormat,
): Promise<Outcome<SavedFile | null>> {
  return bench().voice.exportReport({ ids: [...ids], format });
}

export function inspectPackets(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<Inspection>> {
  return bench().voice.inspect({ name, bytes });
}

/** Decodes a packet file and keeps it as a take. */
export function keepPackets(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<TakeCard>> {
  return bench().voice.keepPackets({ name, bytes });
}

/** Keeps with a take what the page measured while it drew and played it. */
export async function noteHeard(id: string, heard: HeardByPage): Promise<Outcome<VoiceState>> {
  const outcome = await bench().voice.noteHeard({ id, ...heard });
  if (outcome.ok) notes.setState((all) => ({ [id]: (all[id] ?? 0) + 1 }));
  return outcome;
}

/** How often something was noted, by take: cards say nothing of it, and reports do. */
const notes = create<Readonly<Record<string, number>>>()(() => ({}));

/** Another number once there is more in the report of a take than when it was fetched. */
export function useNotesOf(id: string | undefined): number {
  return notes((all) => (id === undefined ? 0 : (all[id] ?? 0)));
}
