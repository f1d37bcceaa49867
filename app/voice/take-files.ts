import type { Outcome } from '../outcome.ts';
import type { WavWrite } from './wav/wav-stream.ts';

/** What is kept of a take: its sound, the packets as they came, and a card of JSON. */
export interface KeptTake {
  readonly id: string;
  readonly sizeBytes: number;
  /**
   * What was written by `finish` or `describe`; undefined where it cannot be read, or where the bench ended in the middle
   * of the take. Then `begun` is what was known at its beginning; undefined as well where its files alone are left.
   */
  readonly about: unknown;
  readonly begun: unknown;
  /** There is no card because it could not be written; the take itself was through. */
  readonly wasThrough: boolean;
}

/** A take was kept, described anew, or removed. */
export interface TakeChange {
  readonly id: string;
  /** As `list` would give it; undefined where it was removed. */
  readonly take: KeptTake | undefined;
}

/** A take that is being written. Everything is on its way to the disk when a call returns: a killed process loses none of it. */
export interface TakeWriter {
  sound(writes: readonly WavWrite[]): Outcome<null>;
  /** Appends one record, or the head of the file. */
  packets(bytes: Uint8Array): Outcome<null>;
  /** Of its sound and its packets as far as they are written. */
  sizeBytes(): number;
  /**
   * Closes the files; the take is kept. Answers how many bytes its sound and its packets have.
   *
   * Where the card cannot be written it is held in memory for this run, and written with the next `list` that can.
   */
  finish(about: unknown): Outcome<number>;
  /** Closes and removes the files. */
  discard(): void;
}

/** Where takes are kept. Ids are small letters, digits and dashes; names stand in the card alone. */
export interface TakeFiles {
  /**
   * Every take but those that are being written, in no order.
   *
   * The sound of a take that was cut off is mended: its header says how long it is.
   */
  list(): Outcome<readonly KeptTake[]>;
  begin(id: string, begun: unknown): Outcome<TakeWriter>;
  read(id: string, what: 'sound' | 'packets'): Outcome<Uint8Array>;
  /** Replaces the card. */
  describe(id: string, about: unknown): Outcome<null>;
  remove(id: string): Outcome<null>;
  /**
   * Told of every change before the call that makes it returns: every window of the process shares the takes.
   *
   * Answers how to stop listening.
   */
  onChanged(listener: (change: TakeChange) => void): () => void;
}
