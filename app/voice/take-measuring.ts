import type { BenchContext } from '../bench-part.ts';
import { measuringTake } from './figures/measure-take.ts';
import type { TakeRecord } from './figures/take-record.ts';
import type { HeldTakes } from './held-takes.ts';
import type { SlicedWork } from './sliced-work.ts';
import type { Steps } from './steps.ts';
import { writeAbout, type TakeAbout } from './take-about.ts';
import type { KeptTake, TakeWriter } from './take-files.ts';
import type { TakeMeasurements } from './take-measurements.ts';
import { describeFromFiles, type MeasurableTake } from './take-mending.ts';
import type { TakeReader } from './take-reader.ts';
import { describeMeasured } from './take-verdict.ts';
import type { TakeCard } from './voice.ts';

/** The way of a take that has no card yet: it is held at once, measured in slices, and then has its card. */
export interface TakeMeasuring {
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
  /** Gives a card to a take that was cut off, or that lost its own. */
  mend(take: KeptTake): void;
}

/** `onChanged` is told when a take was measured. */
export function createTakeMeasuring(
  { ports, write, clock }: Pick<BenchContext, 'ports' | 'write' | 'clock'>,
  parts: {
    readonly takes: HeldTakes;
    readonly reader: TakeReader;
    readonly measurements: TakeMeasurements;
    readonly work: SlicedWork;
  },
  onChanged: () => void,
): TakeMeasuring {
  const { takes, reader, measurements, work } = parts;

  /** `keep` writes the card of the take, which is not held meanwhile, and answers what is held of it then. */
  const measureFirst = (
    id: string,
    held: { readonly about: TakeAbout; readonly sizeBytes: number; readonly writer?: TakeWriter },
    steps: Steps<MeasurableTake>,
    keep: (about: TakeAbout) => TakeCard | undefined,
  ): Promise<TakeCard | undefined> => {
    function* measuring(): Steps<TakeCard | undefined> {
      const { about, record } = yield* steps;
      const measurement = yield* measuringTake(record);
      // It may have been named anew meanwhile.
      const now = takes.find(id);
      const { name } = now.ok ? now.value.card : about.card;
      const { limits } = ports.settings.get().voice;
      const measured = describeMeasured({ ...about, card: { ...about.card, name } }, measurement, limits);
      measurements.remember(id, measurement);
      takes.release(id);
      const card = keep(measured);
      onChanged();
      return card;
    }
    const { about, sizeBytes, writer } = held;
    // What is not mended is found, and mended, at the next start.
    const job = work.begin(measuring(), writer === undefined ? 'drop' : 'finish');
    takes.holdMeasuring(id, about, sizeBytes, { job, writer });
    return job.done;
  };

  const mend = (take: KeptTake): void => {
    const { id, sizeBytes } = take;
    const described = describeFromFiles(take, reader);
    if (described === undefined) return;
    const { about, steps } = described;
    const keep = (measured: TakeAbout): TakeCard => {
      const card = takes.putRight(id, measured, sizeBytes);
      const { ending, lengthSeconds } = card;
      const message =
        ending === 'card-lost'
          ? 'A take that has no card was described anew from its files.'
          : 'A take that was cut off when the bench ended was mended.';
      write({ time: clock.now(), kind: 'session', name: 'takeMended', value: { message, lengthSeconds } });
      return card;
    };
    void measureFirst(id, { about, sizeBytes }, steps, keep);
  };

  return {
    finished(id, writer, about, record) {
      function* steps(): Steps<MeasurableTake> {
        return { about, record: yield* record };
      }
      const keep = (measured: TakeAbout): TakeCard | undefined => {
        const done = writer.finish(writeAbout(measured));
        if (!done.ok) {
          takes.failed(done.error);
          // Sound and packets are there nevertheless, and the card is held.
          takes.refresh(mend);
          const found = takes.find(id);
          return found.ok ? found.value.card : undefined;
        }
        const card = takes.hold(id, measured, done.value);
        takes.keepWithin();
        return card;
      };
      return measureFirst(id, { about, sizeBytes: writer.sizeBytes(), writer }, steps(), keep);
    },
    mend,
  };
}
