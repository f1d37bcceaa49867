import { fail, succeed, type Outcome } from '../outcome.ts';
import { figuresHeard, measuringTake, type TakeMeasurement } from './figures/measure-take.ts';
import type { SlicedWork } from './sliced-work.ts';
import type { Steps } from './steps.ts';
import type { TakeAbout } from './take-about.ts';
import type { TakeReader } from './take-reader.ts';

/** Of the last takes that were recorded or looked at; one of ten minutes has half a megabyte. */
const MOST_REMEMBERED = 8;

/** What was measured of takes: made in slices, once for as long as it is remembered. */
export interface TakeMeasurements {
  remember(id: string, measurement: TakeMeasurement): void;
  /** Of the take as its files tell; see `heardAnew` for what the page told since. */
  of(id: string, about: TakeAbout): Promise<Outcome<TakeMeasurement>>;
  forget(id: string): void;
}

export function createTakeMeasurements(reader: TakeReader, work: SlicedWork): TakeMeasurements {
  const known = new Map<string, TakeMeasurement>();
  const underWay = new Map<string, Promise<Outcome<TakeMeasurement> | undefined>>();

  function* measuring(id: string, about: TakeAbout): Steps<Outcome<TakeMeasurement>> {
    const record = yield* reader.record(id, about);
    if (!record.ok) return record;
    return succeed(yield* measuringTake(record.value));
  }

  /** The newest last. */
  const remember = (id: string, measurement: TakeMeasurement): void => {
    known.delete(id);
    known.set(id, measurement);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
  };

  const measure = async (id: string, about: TakeAbout): Promise<Outcome<TakeMeasurement>> => {
    const begun = underWay.get(id) ?? work.begin(measuring(id, about), 'drop').done;
    underWay.set(id, begun);
    try {
      const measured = await begun;
      if (measured === undefined)
        return fail('voice-busy', 'The bench was closed before the take was measured.');
      return measured;
    } finally {
      underWay.delete(id);
    }
  };

  return {
    remember,
    async of(id, about) {
      const found = known.get(id);
      const measured = found === undefined ? await measure(id, about) : succeed(found);
      if (measured.ok) remember(id, measured.value);
      return measured;
    },
    forget: (id) => void known.delete(id),
  };
}

/** The measurement with what the page told as the card has it now. */
export function heardAnew(measurement: TakeMeasurement, { heard = noneHeard }: TakeAbout): TakeMeasurement {
  const figures = { ...measurement.figures, ...figuresHeard(heard, measurement.mouthToEar) };
  return { ...measurement, figures };
}

const noneHeard = { captureToScreenMs: [] };
