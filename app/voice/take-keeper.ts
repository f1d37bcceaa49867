import type { BenchContext } from '../bench-part.ts';
import { succeed, type Outcome } from '../outcome.ts';
import { createHeldTakes, type HeldTakes } from './held-takes.ts';
import type { SlicedWork } from './sliced-work.ts';
import { createTakeJudging, type TakeJudging } from './take-judging.ts';
import { createTakeMeasurements } from './take-measurements.ts';
import { createTakeMeasuring, type TakeMeasuring } from './take-measuring.ts';
import { createTakeReader } from './take-reader.ts';
import type { TakeCard, TakeSound } from './voice.ts';

/** The takes that are kept: what is known of them, within a limit of bytes. */
export interface TakeKeeper
  extends
    Pick<HeldTakes, 'cards' | 'store' | 'begin' | 'failed' | 'remove' | 'keepWithin' | 'close'>,
    Pick<TakeMeasuring, 'finished'>,
    TakeJudging {
  /** Looks again at what there is: another window may have recorded. Mends what was cut off. */
  refresh(): void;
  rename(id: string, name: string): Outcome<null>;
  card(id: string): Outcome<TakeCard>;
  file(id: string, what: 'sound' | 'packets'): Outcome<Uint8Array>;
  /** Of a take that is being mended once that is done: its packets tell its marks. */
  sound(id: string): Outcome<TakeSound> | Promise<Outcome<TakeSound>>;
}

/** `onChanged` is told when another window changed what is kept, when a take was measured, and when a card was put right. */
export function createTakeKeeper(
  context: Pick<BenchContext, 'ports' | 'write' | 'clock'>,
  work: SlicedWork,
  onChanged: () => void,
): TakeKeeper {
  const { takeFiles: files } = context.ports;
  const reader = createTakeReader(files);
  const measurements = createTakeMeasurements(reader, work);
  const takes = createHeldTakes(context, onChanged, (id) => measurements.forget(id));
  const measuring = createTakeMeasuring(context, { takes, reader, measurements, work }, onChanged);
  const judging = createTakeJudging(context, takes, measurements, onChanged);

  return {
    ...takes,
    ...measuring,
    ...judging,
    refresh: () => takes.refresh((take) => measuring.mend(take)),
    rename(id, name) {
      const found = takes.find(id);
      if (!found.ok) return found;
      const { about } = found.value;
      return takes.describe(id, { ...about, card: { ...about.card, name } });
    },
    card(id) {
      const found = takes.find(id);
      return found.ok ? succeed(found.value.card) : found;
    },
    file(id, what) {
      const found = takes.find(id);
      return found.ok ? files.read(id, what) : found;
    },
    sound(id) {
      const found = takes.find(id);
      if (!found.ok) return found;
      const { about, measuring: underWay } = found.value;
      const isMending = underWay !== undefined && underWay.writer === undefined;
      if (!isMending) return reader.sound(id, about);
      return underWay.job.done.then(() => {
        const mended = takes.find(id);
        return mended.ok ? reader.sound(id, mended.value.about) : mended;
      });
    },
  };
}
