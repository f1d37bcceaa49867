import type { BenchContext } from '../bench-part.ts';
import { fail, succeed, type Failure, type Outcome } from '../outcome.ts';
import { figureKeys, type TakeFigures } from './figures/figure-table.ts';
import type { HeardByPage } from './heard-by-page.ts';
import { readAbout, writeAbout, type TakeAbout, type TakeBegun } from './take-about.ts';
import type { KeptTake, TakeWriter } from './take-files.ts';
import { describeFromFiles } from './take-mending.ts';
import { inOneGo } from './steps.ts';
import { createTakeReader } from './take-reader.ts';
import { judge, judgeFigures } from './take-verdict.ts';
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
  failed(why: Failure): void;
  /** The card of what was kept of it, also where the card itself could not be written yet. */
  finished(id: string, writer: TakeWriter, about: TakeAbout): TakeCard | undefined;
  /** Judges every take by the limits as they are now. One whose figures are not known has no verdict until it is opened. */
  rejudge(): void;
  /** Deletes the oldest takes beyond the limit, which may have been lowered; the newest stays in any case. */
  keepWithin(): void;
  rename(id: string, name: string): Outcome<null>;
  /** Keeps what the page measured, in place of what it told before, and judges the take anew. */
  noteHeard(id: string, told: HeardByPage): Outcome<null>;
  remove(id: string): Outcome<null>;
  card(id: string): Outcome<TakeCard>;
  file(id: string, what: 'sound' | 'packets'): Outcome<Uint8Array>;
  sound(id: string): Outcome<TakeSound>;
  /** Measured anew: where the card says something else it is put right. */
  report(id: string): Outcome<TakeReport>;
  /** Hears no more of what other windows do. */
  close(): void;
}

interface Kept {
  readonly about: TakeAbout;
  readonly card: TakeCard;
}

/** `onChanged` is told when another window changed what is kept, and when a card was put right. */
export function createTakeKeeper(
  { ports, write, clock }: Pick<BenchContext, 'ports' | 'write' | 'clock'>,
  onChanged: () => void,
): TakeKeeper {
  const { takeFiles: files, settings } = ports;
  const reader = createTakeReader(files);
  let takes = new Map<string, Kept>();
  let removed: VoiceState['store']['removed'] = [];
  let problem: string | undefined;
  /** Nobody has asked yet what there is. */
  let isUnread = true;
  let isOwn = false;

  /** A change of this keeper’s own, of which it need not be told. */
  const own = <Done>(work: () => Done): Done => {
    isOwn = true;
    try {
      return work();
    } finally {
      isOwn = false;
    }
  };

  const limitBytes = (): number => settings.get().voice.storeLimitBytes;
  const limits = () => settings.get().voice.limits;
  let judgedBy = JSON.stringify(limits());
  const usedBytes = (): number => [...takes.values()].reduce((sum, { card }) => sum + card.sizeBytes, 0);
  const cards = (): TakeCard[] =>
    [...takes.values()].map(({ card }) => card).sort((one, other) => other.recordedAt - one.recordedAt);

  const failed = ({ message, remedy }: Failure): void => {
    const why = remedy === undefined ? message : `${message} ${remedy}`;
    if (problem !== why)
      write({ time: clock.now(), kind: 'fault', name: 'takesNotKept', value: { message: why } });
    problem = why;
  };

  const hold = (id: string, about: TakeAbout, sizeBytes: number): TakeCard => {
    const { figures } = about;
    const verdict = figures === undefined ? about.card.verdict : judgeFigures(figures, limits()).verdict;
    const card = { id, sizeBytes, ...about.card, verdict };
    takes.set(id, { about, card });
    return card;
  };

  const keepWithin = (): void => {
    const oldestFirst = cards().reverse();
    let used = usedBytes();
    for (const { id, name, sizeBytes } of oldestFirst.slice(0, -1)) {
      if (used <= limitBytes()) return;
      const gone = own(() => files.remove(id));
      if (!gone.ok) return failed(gone.error);
      takes.delete(id);
      used -= sizeBytes;
      const at = clock.now();
      removed = [{ name, at }, ...removed].slice(0, MOST_TOLD);
      const message = 'The oldest take was deleted to keep to the limit of the store.';
      write({ time: at, kind: 'session', name: 'takeRemoved', value: { message, sizeBytes } });
    }
  };

  /** Gives a take a card that has none, and keeps it. */
  const mend = (take: KeptTake): TakeAbout | undefined => {
    const about = describeFromFiles(take, reader, limits());
    if (about === undefined) return undefined;
    const written = own(() => files.describe(take.id, writeAbout(about)));
    if (!written.ok) failed(written.error);
    const message =
      about.card.ending === 'card-lost'
        ? 'A take that has no card was described anew from its files.'
        : 'A take that was cut off when the bench ended was mended.';
    const { lengthSeconds } = about.card;
    write({ time: clock.now(), kind: 'session', name: 'takeMended', value: { message, lengthSeconds } });
    return about;
  };

  const find = (id: string): Outcome<Kept> => {
    const kept = takes.get(id);
    return kept === undefined ? fail('unknown-take') : succeed(kept);
  };

  /** Replaces the card of a take that is kept. */
  const describe = (id: string, about: TakeAbout): Outcome<null> => {
    const written = own(() => files.describe(id, writeAbout(about)));
    const sizeBytes = takes.get(id)?.card.sizeBytes ?? 0;
    if (written.ok) hold(id, about, sizeBytes);
    return written;
  };

  /** What is shown is right also where it cannot be written. */
  const putRight = (id: string, about: TakeAbout): TakeCard => {
    const written = describe(id, about);
    if (!written.ok) failed(written.error);
    return hold(id, about, takes.get(id)?.card.sizeBytes ?? 0);
  };

  const rejudge = (): void => {
    const now = JSON.stringify(limits());
    if (now === judgedBy) return;
    judgedBy = now;
    for (const [id, { about, card }] of [...takes]) {
      const verdict = about.figures && judgeFigures(about.figures, limits()).verdict;
      if (verdict !== card.verdict) putRight(id, { ...about, card: { ...about.card, verdict } });
    }
  };

  const refresh = (): void => {
    isUnread = false;
    const listed = files.list();
    if (!listed.ok) return failed(listed.error);
    const known = takes;
    takes = new Map();
    for (const take of listed.value) {
      const about = readAbout(take.about) ?? known.get(take.id)?.about ?? mend(take);
      if (about !== undefined) hold(take.id, about, take.sizeBytes);
    }
    keepWithin();
  };

  const stopListening = files.onChanged(({ id, take }) => {
    if (isUnread || isOwn) return;
    const about = take && readAbout(take.about);
    if (take === undefined) takes.delete(id);
    else if (about !== undefined) hold(id, about, take.sizeBytes);
    onChanged();
  });

  return {
    cards,
    store: () => ({
      usedBytes: usedBytes(),
      limitBytes: limitBytes(),
      removed,
      ...(problem !== undefined && { problem }),
    }),
    refresh,
    begin(id, begun) {
      const opened = files.begin(id, begun);
      if (!opened.ok) failed(opened.error);
      else problem = undefined;
      return opened.ok ? opened.value : undefined;
    },
    failed,
    finished(id, writer, about) {
      const done = own(() => writer.finish(writeAbout(about)));
      if (!done.ok) {
        failed(done.error);
        // Sound and packets are there nevertheless, and the card is held.
        refresh();
        return takes.get(id)?.card;
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
      const record = inOneGo(reader.record(id, about));
      if (!record.ok) return record;
      const { measurement, assessment } = judge(record.value, limits());
      const card = { ...about.card, verdict: assessment.verdict };
      return describe(id, { ...about, figures: measurement.figures, card });
    },
    remove(id) {
      const found = find(id);
      if (!found.ok) return found;
      const gone = own(() => files.remove(id));
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
      const record = inOneGo(reader.record(id, about));
      if (!record.ok) return record;
      const judged = judge(record.value, limits());
      const { verdict } = judged.assessment;
      const { figures } = judged.measurement;
      if (card.verdict === verdict && isSame(about.figures, figures)) return succeed({ card, ...judged });
      const right = putRight(id, { ...about, figures, card: { ...about.card, verdict } });
      onChanged();
      return succeed({ card: right, ...judged });
    },
    rejudge,
    keepWithin,
    close: stopListening,
  };
}

function isSame(one: Partial<TakeFigures> | undefined, other: TakeFigures): boolean {
  return one !== undefined && figureKeys.every((key) => one[key] === other[key]);
}

/** To a hundredth of a millisecond: thousands of them stand in the card. */
function rounded({ captureToScreenMs, ...rest }: HeardByPage): HeardByPage {
  return { ...rest, captureToScreenMs: captureToScreenMs.map((ms) => Math.round(100 * ms) / 100) };
}
