import type { BenchContext } from '../bench-part.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { HeardByPage } from './heard-by-page.ts';
import { replayPackets } from './replay.ts';
import { readAbout, readBegun, writeAbout, type TakeAbout, type TakeBegun } from './take-about.ts';
import type { KeptTake, TakeWriter } from './take-files.ts';
import { createTakeReader } from './take-reader.ts';
import { describeTake, judge } from './take-verdict.ts';
import type { TakeCard, TakeReport, TakeSound, VoiceState } from './voice.ts';

/** Removed takes that are told of. */
const MOST_TOLD = 20;

/** The takes that are kept: what is known of them, within a limit of bytes. */
export interface TakeKeeper {
  /** Newest first. */
  cards(): readonly TakeCard[];
  store(): VoiceState['store'];
  /** Looks again at what there is: another window may have recorded. Mends what was cut off. */
  refresh(): void;
  /** Undefined where the take cannot be kept; why is told by `store`. */
  begin(id: string, begun: TakeBegun): TakeWriter | undefined;
  /** A file could not be written to. */
  failed(why: string): void;
  finished(id: string, writer: TakeWriter, about: TakeAbout): TakeCard | undefined;
  rename(id: string, name: string): Outcome<null>;
  /** Keeps what the page measured, in place of what it told before, and judges the take anew. */
  noteHeard(id: string, told: HeardByPage): Outcome<null>;
  remove(id: string): Outcome<null>;
  card(id: string): Outcome<TakeCard>;
  file(id: string, what: 'sound' | 'packets'): Outcome<Uint8Array>;
  sound(id: string): Outcome<TakeSound>;
  report(id: string): Outcome<TakeReport>;
}

interface Kept {
  readonly about: TakeAbout;
  readonly card: TakeCard;
}

export function createTakeKeeper({
  ports,
  write,
  clock,
}: Pick<BenchContext, 'ports' | 'write' | 'clock'>): TakeKeeper {
  const { takeFiles: files, settings } = ports;
  const reader = createTakeReader(files);
  let takes = new Map<string, Kept>();
  let removed: VoiceState['store']['removed'] = [];
  let problem: string | undefined;

  const limitBytes = (): number => settings.get().voice.storeLimitBytes;
  const limits = () => settings.get().voice.limits;
  const usedBytes = (): number => [...takes.values()].reduce((sum, { card }) => sum + card.sizeBytes, 0);
  const cards = (): TakeCard[] =>
    [...takes.values()].map(({ card }) => card).sort((one, other) => other.recordedAt - one.recordedAt);

  const failed = (why: string): void => {
    if (problem !== why)
      write({ time: clock.now(), kind: 'fault', name: 'takesNotKept', value: { message: why } });
    problem = why;
  };

  const hold = (id: string, about: TakeAbout, sizeBytes: number): TakeCard => {
    const card = { id, sizeBytes, ...about.card };
    takes.set(id, { about, card });
    return card;
  };

  /** Deletes the oldest until the rest is within the limit; the newest stays in any case. */
  const keepWithin = (): void => {
    const oldestFirst = cards().reverse();
    let used = usedBytes();
    for (const { id, name, sizeBytes } of oldestFirst.slice(0, -1)) {
      if (used <= limitBytes()) return;
      const gone = files.remove(id);
      if (!gone.ok) return failed(gone.error.message);
      takes.delete(id);
      used -= sizeBytes;
      const at = clock.now();
      removed = [{ name, at }, ...removed].slice(0, MOST_TOLD);
      const message = 'The oldest take was deleted to keep to the limit of the store.';
      write({ time: at, kind: 'session', name: 'takeRemoved', value: { message, sizeBytes } });
    }
  };

  /** A take whose bench ended in the middle of it: what its files tell. */
  const mend = ({ id, begun: stored }: KeptTake): TakeAbout | undefined => {
    const begun = readBegun(stored);
    const sound = reader.samples(id);
    if (begun === undefined || !sound.ok) return undefined;
    const packets = reader.packets(id);
    const tally = replayPackets(packets.ok ? packets.value : []);
    const firstPacketAt = tally.packets[0]?.arrivedAt;
    const times = { keyDownAt: begun.keyDownAt, firstPacketAt };
    const { samples } = sound.value;
    const about = describeTake({ begun, samples, tally, times, ending: 'crashed' }, limits());
    const written = files.describe(id, writeAbout(about));
    if (!written.ok) failed(written.error.message);
    const message = 'A take that was cut off when the bench ended was mended.';
    write({
      time: clock.now(),
      kind: 'session',
      name: 'takeMended',
      value: { message, lengthSeconds: about.card.lengthSeconds },
    });
    return about;
  };

  const find = (id: string): Outcome<Kept> => {
    const kept = takes.get(id);
    return kept === undefined ? fail('unknown-take') : succeed(kept);
  };

  /** Replaces the card of a take that is kept. */
  const describe = (id: string, about: TakeAbout): Outcome<null> => {
    const written = files.describe(id, writeAbout(about));
    const sizeBytes = takes.get(id)?.card.sizeBytes ?? 0;
    if (written.ok) hold(id, about, sizeBytes);
    return written;
  };

  return {
    cards,
    store: () => ({
      usedBytes: usedBytes(),
      limitBytes: limitBytes(),
      removed,
      ...(problem !== undefined && { problem }),
    }),
    refresh() {
      const listed = files.list();
      if (!listed.ok) return failed(listed.error.message);
      const known = takes;
      takes = new Map();
      for (const take of listed.value) {
        const about = readAbout(take.about) ?? known.get(take.id)?.about ?? mend(take);
        if (about !== undefined) hold(take.id, about, take.sizeBytes);
      }
      keepWithin();
    },
    begin(id, begun) {
      const opened = files.begin(id, begun);
      if (!opened.ok) failed(opened.error.message);
      else problem = undefined;
      return opened.ok ? opened.value : undefined;
    },
    failed,
    finished(id, writer, about) {
      const done = writer.finish(writeAbout(about));
      if (!done.ok) {
        // What was written of it is mended at the next look.
        failed(done.error.message);
        return undefined;
      }
      const card = hold(id, about, done.value);
      keepWithin();
      return card;
    },
    rename(id, name) {
      const found = find(id);
      if (!found.ok) return found;
      const { about } = found.value;
      return describe(id, { ...about, card: { ...about.card, name } });
    },
    noteHeard(id, told) {
      const found = find(id);
      if (!found.ok) return found;
      const about = { ...found.value.about, heard: rounded(told) };
      const record = reader.record(id, about);
      if (!record.ok) return record;
      const { verdict } = judge(record.value, limits()).assessment;
      return describe(id, { ...about, card: { ...about.card, verdict } });
    },
    remove(id) {
      const found = find(id);
      if (!found.ok) return found;
      const gone = files.remove(id);
      if (gone.ok) takes.delete(id);
      return gone;
    },
    card(id) {
      const found = find(id);
      return found.ok ? succeed(found.value.card) : found;
    },
    file(id, what) {
      const found = find(id);
      return found.ok ? files.read(id, what) : found;
    },
    sound(id) {
      const found = find(id);
      if (!found.ok) return found;
      const sound = reader.samples(id);
      if (!sound.ok) return sound;
      const packets = reader.packets(id);
      const { card, about } = found.value;
      const recorded = packets.ok ? packets.value : [];
      const first = recorded[0]?.arrivedAt ?? card.recordedAt;
      return succeed({
        id,
        ...sound.value,
        packets: recorded.map(({ arrivedAt, bytes }) => ({
          arrivedMs: arrivedAt - first,
          bytes: bytes.length,
        })),
        marks: about.marks,
      });
    },
    report(id) {
      const found = find(id);
      if (!found.ok) return found;
      const { card, about } = found.value;
      const record = reader.record(id, about);
      if (!record.ok) return record;
      return succeed({ card, ...judge(record.value, limits()) });
    },
  };
}

/** To a hundredth of a millisecond: thousands of them stand in the card. */
function rounded({ captureToScreenMs, ...rest }: HeardByPage): HeardByPage {
  return { ...rest, captureToScreenMs: captureToScreenMs.map((ms) => Math.round(100 * ms) / 100) };
}
