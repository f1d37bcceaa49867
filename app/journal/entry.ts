/** What kind of thing an entry tells of. */
export type EntryKind = 'call' | 'callResult' | 'callback' | 'session' | 'fault';

export const entryKinds: readonly EntryKind[] = ['call', 'callResult', 'callback', 'session', 'fault'];

/** One line of the journal. Plain data: it crosses the wire and is written to files. */
export interface JournalEntry {
  /** Rises by one an entry and never starts again while the bench runs. */
  readonly seq: number;
  /** Milliseconds since 1970, with a fraction. */
  readonly time: number;
  readonly kind: EntryKind;
  /** Name in the tables; the number of a callback that they do not know; a short name for session and fault. */
  readonly name: string;
  /** The result of a call, the decoded fields of a callback, or what a session or fault entry has to say. */
  readonly value?: unknown;
  /** Arguments of a call. */
  readonly args?: unknown;
  /** The undecoded bytes of a callback or call result, in hex. */
  readonly raw?: string;
  /** Of a call: how long it took. Of an entry that answers one: time from the call's return to the answer. */
  readonly durationMs?: number;
  /** Handle of the call result that a call asked for, or that this entry is. */
  readonly call?: string;
  /** The `seq` of the call that this entry answers. */
  readonly answers?: number;
  /** Present and true where the simulator made it. */
  readonly simulated?: true;
}

/** An entry before the journal gave it its number. */
export type EntryDraft = Omit<JournalEntry, 'seq'>;
