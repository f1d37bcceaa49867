import type { BenchContext } from '../bench-part.ts';
import { fail, succeed, type Failure, type Outcome } from '../outcome.ts';
import { figureKeys, type TakeFigures } from './figures/figure-table.ts';
import { figuresHeard, measuringTake } from './figures/measure-take.ts';
import type { TakeRecord } from './figures/take-record.ts';
import type { HeardByPage } from './heard-by-page.ts';
import type { SlicedJob, SlicedWork } from './sliced-work.ts';
import type { Steps } from './steps.ts';
import { readAbout, writeAbout, type TakeAbout, type TakeBegun } from './take-about.ts';
import type { KeptTake, TakeWriter } from './take-files.ts';
import { createTakeMeasurements, heardAnew } from './take-measurements.ts';
import { describeFromFiles, type MeasurableTake } from './take-mending.ts';
import { createTakeReader } from './take-reader.ts';
import { describeMeasured, judgeFigures } from './take-verdict.ts';
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
  /**
   * Holds the take at once, and keeps it when it is measured: a process that is killed before leaves a take to be mended.
   *
   * Answers the card of what was kept, also where the card itself could not be written yet; undefined where the take was
   * removed meanwhile.
   */
  finished(
    id: string,
    writer: TakeWriter,
    about: TakeAbout,
    record: Steps<TakeRecord>,
  ): Promise<TakeCard | undefined>;
  /** Judges every take by the limits as they are now. One whose figures are not known has no verdict until it is opened. */
  rejudge(): void;
  /** Deletes the oldest takes beyond the limit, which may have been lowered; the newest stays in any case. */
  keepWithin(): void;
  rename(id: string, name: string): Outcome<null>;
  /** Keeps what the page measured, in place of what it told before, and judges the take anew. */
  noteHeard(id: string, told: HeardByPage): Promise<Outcome<null>>;
  remove(id: string): Outcome<null>;
  card(id: string): Outcome<TakeCard>;
  file(id: string, what: 'sound' | 'packets'): Outcome<Uint8Array>;
  /** Of a take that is being mended once that is done: its packets tell its marks. */
  sound(id: string): Outcome<TakeSound> | Promise<Outcome<TakeSound>>;
  /** Measured anew where this run has not: where the card says something else it is put right. */
  report(id: string): Promise<Outcome<TakeReport>>;
  /** Hears no more of what other windows do. The work on takes has ended before. */
  close(): void;
}

interface Kept {
  readonly about: TakeAbout;
  readonly card: TakeCard;
  /** Of a take whose card is not written yet. */
  readonly measuring?: {
    readonly job: SlicedJob<TakeCard | undefined>;
    readonly isMending: boolean;
    /** Closes and removes its files. */
    discard(): Outcome<null>;
  };
}

/** `onChanged` is told when another window changed what is kept, when a take was measured, and when a card was put right. */
export function createTakeKeeper(
  { ports, write, clock }: Pick<BenchContext, 'ports' | 'write' | 'clock'>,
  work: SlicedWork,
  onChanged: () => void,
): TakeKeeper {
  const { takeFiles: files, settings } = ports;
  const reader = createTakeReader(files);
  const measurements = createTakeMeasurements(reader, work);
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

  const forget = (id: string): void => {
    takes.delete(id);
    measurements.forget(id);
  };

  const keepWithin = (): void => {
    const oldestFirst = cards().reverse();
    let used = usedBytes();
    for (const { id, name, sizeBytes, isMeasuring } of oldestFirst.slice(0, -1)) {
      if (used <= limitBytes()) return;
      // Its files are open, or being read: its turn comes when it is kept.
      if (isMeasuring === true) continue;
      const gone = own(() => files.remove(id));
      if (!gone.ok) return failed(gone.error);
      forget(id);
      used -= sizeBytes;
      const at = clock.now();
      removed = [{ name, at }, ...removed].slice(0, MOST_TOLD);
      const message = 'The oldest take was deleted to keep to the limit of the store.';
      write({ time: at, kind: 'session', name: 'takeRemoved', value: { message, sizeBytes } });
    }
  };

  /** Holds a take that is measured in slices; `keep` then writes its card and answers what is held of it. */
  const measureFirst = (
    id: string,
    held: { readonly about: TakeAbout; readonly sizeBytes: number; readonly isMending: boolean },
    steps: Steps<MeasurableTake>,
    keep: (about: TakeAbout) => TakeCard | undefined,
    discard: () => Outcome<null>,
  ): Promise<TakeCard | undefined> => {
    function* measuring(): Steps<TakeCard | undefined> {
      const { about, record } = yield* steps;
      const measurement = yield* measuringTake(record);
      // It may have been named anew meanwhile.
      const name = takes.get(id)?.about.card.name ?? about.card.name;
      const measured = describeMeasured({ ...about, card: { ...about.card, name } }, measurement, limits());
      measurements.remember(id, measurement);
      takes.delete(id);
      const card = keep(measured);
      onChanged();
      return card;
    }
    const { about, sizeBytes, isMending } = held;
    // What is not mended is found, and mended, at the next start.
    const job = work.begin(measuring(), isMending ? 'drop' : 'finish');
    takes.set(id, {
      about,
      card: { id, sizeBytes, ...about.card, isMeasuring: true },
      measuring: { job, isMending, discard },
    });
    return job.done;
  };

  /** Gives a take a card that has none, and keeps it. */
  const mend = (take: KeptTake): void => {
    const { id, sizeBytes } = take;
    const described = describeFromFiles(take, reader);
    if (described === undefined) return;
    const keep = (about: TakeAbout): TakeCard => {
      const written = own(() => files.describe(id, writeAbout(about)));
      if (!written.ok) failed(written.error);
      const message =
        about.card.ending === 'card-lost'
          ? 'A take that has no card was described anew from its files.'
          : 'A take that was cut off when the bench ended was mended.';
      const { lengthSeconds } = about.card;
      write({ time: clock.now(), kind: 'session', name: 'takeMended', value: { message, lengthSeconds } });
      return hold(id, about, sizeBytes);
    };
    const held = { about: described.about, sizeBytes, isMending: true };
    void measureFirst(id, held, described.steps, keep, () => files.remove(id));
  };

  const find = (id: string): Outcome<Kept> => {
    const kept = takes.get(id);
    return kept === undefined ? fail('unknown-take') : succeed(kept);
  };

  /** The take once it is measured. */
  const settled = (id: string): Outcome<Kept> | Promise<Outcome<Kept>> => {
    const measuring = takes.get(id)?.measuring;
    return measuring === undefined ? find(id) : measuring.job.done.then(() => find(id));
  };

  /** Replaces the card of a take that is kept. */
  const describe = (id: string, about: TakeAbout): Outcome<null> => {
    const kept = takes.get(id);
    if (kept?.measuring !== undefined) {
      takes.set(id, { ...kept, about, card: { ...kept.card, name: about.card.name } });
      return succeed(null);
    }
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
      // What is being measured is judged when that is done.
      if (card.isMeasuring === true) continue;
      const verdict = about.figures && judgeFigures(about.figures, limits()).verdict;
      if (verdict !== card.verdict) putRight(id, { ...about, card: { ...about.card, verdict } });
    }
  };

  const refresh = (): void => {
    isUnread = false;
    const listed = files.list();
    if (!listed.ok) return failed(listed.error);
    const known = takes;
    takes = new Map([...known].filter(([, { measuring }]) => measuring !== undefined));
    for (const take of listed.value) {
      if (takes.has(take.id)) continue;
      const about = readAbout(take.about) ?? known.get(take.id)?.about;
      if (about === undefined) mend(take);
      else hold(take.id, about, take.sizeBytes);
    }
    keepWithin();
  };

  const stopListening = files.onChanged(({ id, take }) => {
    if (isUnread || isOwn) return;
    const about = take && readAbout(take.about);
    // Whoever mended it first has written its card.
    if (take === undefined || about !== undefined) takes.get(id)?.measuring?.job.drop();
    if (take === undefined) forget(id);
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
    finished(id, writer, about, record) {
      function* steps(): Steps<MeasurableTake> {
        return { about, record: yield* record };
      }
      const keep = (measured: TakeAbout): TakeCard | undefined => {
        const done = own(() => writer.finish(writeAbout(measured)));
        if (!done.ok) {
          failed(done.error);
          // Sound and packets are there nevertheless, and the card is held.
          refresh();
          return takes.get(id)?.card;
        }
        const card = hold(id, measured, done.value);
        keepWithin();
        return card;
      };
      const held = { about, sizeBytes: writer.sizeBytes(), isMending: false };
      return measureFirst(id, held, steps(), keep, () => {
        writer.discard();
        return succeed(null);
      });
    },
    rename(id, name) {
      const found = find(id);
      if (!found.ok) return found;
      const { about } = found.value;
      return describe(id, { ...about, card: { ...about.card, name } });
    },
    async noteHeard(id, told) {
      const found = await settled(id);
      if (!found.ok) return found;
      const heard = rounded(told);
      const { figures: kept } = found.value.about;
      const measured = kept === undefined ? await measurements.of(id, found.value.about) : undefined;
      if (measured?.ok === false) return measured;
      // What is kept of it may be another since.
      const now = find(id);
      if (!now.ok) return now;
      const { about } = now.value;
      const without = measured?.value.figures ?? about.figures ?? {};
      const figures = { ...without, ...figuresHeard(heard, about.mouthToEar ?? []) };
      const card = { ...about.card, verdict: judgeFigures(figures, limits()).verdict };
      return describe(id, { ...about, heard, figures, card });
    },
    remove(id) {
      const found = find(id);
      if (!found.ok) return found;
      const { measuring } = found.value;
      const gone = own(() => (measuring === undefined ? files.remove(id) : measuring.discard()));
      if (!gone.ok) return gone;
      measuring?.job.drop();
      forget(id);
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
      const { measuring, about } = found.value;
      if (measuring?.isMending !== true) return reader.sound(id, about);
      return measuring.job.done.then(() => {
        const mended = find(id);
        return mended.ok ? reader.sound(id, mended.value.about) : mended;
      });
    },
    async report(id) {
      const found = await settled(id);
      if (!found.ok) return found;
      const measured = await measurements.of(id, found.value.about);
      if (!measured.ok) return measured;
      // What is kept of it may be another since.
      const now = find(id);
      if (!now.ok) return now;
      const { card, about } = now.value;
      const measurement = heardAnew(measured.value, about);
      const { figures } = measurement;
      const assessment = judgeFigures(figures, limits());
      const { verdict } = assessment;
      if (card.verdict === verdict && isSame(about.figures, figures))
        return succeed({ card, measurement, assessment });
      const right = putRight(id, { ...about, figures, card: { ...about.card, verdict } });
      onChanged();
      return succeed({ card: right, measurement, assessment });
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
