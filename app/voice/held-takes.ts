import type { BenchContext } from '../bench-part.ts';
import { fail, succeed, type Failure, type Outcome } from '../outcome.ts';
import type { SlicedJob } from './sliced-work.ts';
import { readAbout, writeAbout, type TakeAbout, type TakeBegun } from './take-about.ts';
import { withoutOwnChanges } from './take-changes.ts';
import type { KeptTake, TakeWriter } from './take-files.ts';
import { judgeFigures } from './take-verdict.ts';
import type { TakeCard, VoiceState } from './voice.ts';

/** Removed takes that are told of. */
const MOST_TOLD = 20;

export interface HeldTake {
  readonly about: TakeAbout;
  readonly card: TakeCard;
  /** Of a take whose card is not written yet. */
  readonly measuring?: MeasuringTake;
}

export interface MeasuringTake {
  readonly job: SlicedJob<TakeCard | undefined>;
  /** Its files are open; undefined where the take is being mended. */
  readonly writer: TakeWriter | undefined;
}

/** What this window knows of the takes on the disk, in step with other windows and within the limit of the store. */
export interface HeldTakes {
  /** Newest first. */
  cards(): readonly TakeCard[];
  store(): VoiceState['store'];
  all(): readonly HeldTake[];
  find(id: string): Outcome<HeldTake>;
  /** The take once it is measured. */
  settled(id: string): Outcome<HeldTake> | Promise<Outcome<HeldTake>>;
  /** Looks again at what there is: another window may have recorded. A take without a card goes to `mend`. */
  refresh(mend: (take: KeptTake) => void): void;
  /** Undefined where the take cannot be kept; why is told by `store`. */
  begin(id: string, begun: TakeBegun): TakeWriter | undefined;
  /** A file could not be written to. */
  failed(why: Failure): void;
  /** Of a take whose card is written. */
  hold(id: string, about: TakeAbout, sizeBytes: number): TakeCard;
  holdMeasuring(id: string, about: TakeAbout, sizeBytes: number, measuring: MeasuringTake): void;
  /** The take is measured: it is to be held anew. */
  release(id: string): void;
  /** Replaces the card. That of a take that is being measured is written when that is done. */
  describe(id: string, about: TakeAbout): Outcome<null>;
  /** Writes the card. What is shown is right also where it cannot be written. */
  putRight(id: string, about: TakeAbout, sizeBytes: number): TakeCard;
  remove(id: string): Outcome<null>;
  /** Deletes the oldest takes beyond the limit, which may have been lowered; the newest stays in any case. */
  keepWithin(): void;
  /** Hears no more of what other windows do. The work on takes has ended before. */
  close(): void;
}

/** `onChanged` is told when another window changed what there is, `onGone` of each take that is removed. */
export function createHeldTakes(
  { ports, write, clock }: Pick<BenchContext, 'ports' | 'write' | 'clock'>,
  onChanged: () => void,
  onGone: (id: string) => void,
): HeldTakes {
  const files = withoutOwnChanges(ports.takeFiles);
  const settings = () => ports.settings.get().voice;
  let takes = new Map<string, HeldTake>();
  let removed: VoiceState['store']['removed'] = [];
  let problem: string | undefined;
  /** Nobody has asked yet what there is. */
  let isUnread = true;

  const usedBytes = (): number => [...takes.values()].reduce((sum, { card }) => sum + card.sizeBytes, 0);
  const cards = (): TakeCard[] =>
    [...takes.values()].map(({ card }) => card).sort((one, other) => other.recordedAt - one.recordedAt);

  const failed = ({ message, remedy }: Failure): void => {
    const why = remedy === undefined ? message : `${message} ${remedy}`;
    if (problem !== why)
      write({ time: clock.now(), kind: 'fault', name: 'takesNotKept', value: { message: why } });
    problem = why;
  };

  const find = (id: string): Outcome<HeldTake> => {
    const held = takes.get(id);
    return held === undefined ? fail('unknown-take') : succeed(held);
  };

  const hold = (id: string, about: TakeAbout, sizeBytes: number): TakeCard => {
    const { figures } = about;
    const verdict =
      figures === undefined ? about.card.verdict : judgeFigures(figures, settings().limits).verdict;
    const card = { id, sizeBytes, ...about.card, verdict };
    takes.set(id, { about, card });
    return card;
  };

  const forget = (id: string): void => {
    takes.delete(id);
    onGone(id);
  };

  const keepWithin = (): void => {
    const oldestFirst = cards().reverse();
    let used = usedBytes();
    for (const { id, name, sizeBytes, isMeasuring } of oldestFirst.slice(0, -1)) {
      if (used <= settings().storeLimitBytes) return;
      // Its files are open, or being read: its turn comes when it is kept.
      if (isMeasuring === true) continue;
      const gone = files.remove(id);
      if (!gone.ok) return failed(gone.error);
      forget(id);
      used -= sizeBytes;
      const at = clock.now();
      removed = [{ name, at }, ...removed].slice(0, MOST_TOLD);
      const message = 'The oldest take was deleted to keep to the limit of the store.';
      write({ time: at, kind: 'session', name: 'takeRemoved', value: { message, sizeBytes } });
    }
  };

  const stopListening = files.onChanged(({ id, take }) => {
    if (isUnread) return;
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
      limitBytes: settings().storeLimitBytes,
      removed,
      ...(problem !== undefined && { problem }),
    }),
    all: () => [...takes.values()],
    find,
    settled(id) {
      const measuring = takes.get(id)?.measuring;
      return measuring === undefined ? find(id) : measuring.job.done.then(() => find(id));
    },
    refresh(mend) {
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
    },
    begin(id, begun) {
      const opened = files.begin(id, begun);
      if (!opened.ok) failed(opened.error);
      else problem = undefined;
      return opened.ok ? opened.value : undefined;
    },
    failed,
    hold,
    holdMeasuring: (id, about, sizeBytes, measuring) =>
      void takes.set(id, { about, card: { id, sizeBytes, ...about.card, isMeasuring: true }, measuring }),
    release: (id) => void takes.delete(id),
    describe(id, about) {
      const found = find(id);
      if (!found.ok) return found;
      const { measuring, card } = found.value;
      if (measuring !== undefined) {
        takes.set(id, { about, card: { ...card, name: about.card.name }, measuring });
        return succeed(null);
      }
      const written = files.describe(id, writeAbout(about));
      if (written.ok) hold(id, about, card.sizeBytes);
      return written;
    },
    putRight(id, about, sizeBytes) {
      const written = files.describe(id, writeAbout(about));
      if (!written.ok) failed(written.error);
      return hold(id, about, sizeBytes);
    },
    remove(id) {
      const found = find(id);
      if (!found.ok) return found;
      const { measuring } = found.value;
      if (measuring?.writer === undefined) {
        const gone = files.remove(id);
        if (!gone.ok) return gone;
      } else measuring.writer.discard();
      measuring?.job.drop();
      forget(id);
      return succeed(null);
    },
    keepWithin,
    close: stopListening,
  };
}
