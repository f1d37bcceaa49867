import type { BenchContext } from '../bench-part.ts';
import { succeed, type Outcome } from '../outcome.ts';
import { figureKeys, type TakeFigures } from './figures/figure-table.ts';
import { figuresHeard } from './figures/measure-take.ts';
import type { HeardByPage } from './heard-by-page.ts';
import type { HeldTakes } from './held-takes.ts';
import { heardAnew, type TakeMeasurements } from './take-measurements.ts';
import { judgeFigures } from './take-verdict.ts';
import type { TakeReport } from './voice.ts';

/** Takes that have their card, judged anew: by other limits, with what the page told, or as they are opened. */
export interface TakeJudging {
  /** Judges every take by the limits as they are now. One whose figures are not known has no verdict until it is opened. */
  rejudge(): void;
  /** Keeps what the page measured, in place of what it told before, and judges the take anew. */
  noteHeard(id: string, told: HeardByPage): Promise<Outcome<null>>;
  /** Measured anew where this run has not: where the card says something else it is put right. */
  report(id: string): Promise<Outcome<TakeReport>>;
}

/** `onChanged` is told when a report put a card right. */
export function createTakeJudging(
  { ports }: Pick<BenchContext, 'ports'>,
  takes: HeldTakes,
  measurements: TakeMeasurements,
  onChanged: () => void,
): TakeJudging {
  const limits = () => ports.settings.get().voice.limits;
  let judgedBy = JSON.stringify(limits());

  return {
    rejudge() {
      const now = JSON.stringify(limits());
      if (now === judgedBy) return;
      judgedBy = now;
      for (const { about, card } of takes.all()) {
        // What is being measured is judged when that is done.
        if (card.isMeasuring === true) continue;
        const verdict = about.figures && judgeFigures(about.figures, limits()).verdict;
        if (verdict !== card.verdict)
          takes.putRight(card.id, { ...about, card: { ...about.card, verdict } }, card.sizeBytes);
      }
    },
    async noteHeard(id, told) {
      const found = await takes.settled(id);
      if (!found.ok) return found;
      const heard = rounded(told);
      const { figures: kept } = found.value.about;
      const measured = kept === undefined ? await measurements.of(id, found.value.about) : undefined;
      if (measured?.ok === false) return measured;
      // What is kept of it may be another since.
      const now = takes.find(id);
      if (!now.ok) return now;
      const { about } = now.value;
      const without = measured?.value.figures ?? about.figures ?? {};
      const figures = { ...without, ...figuresHeard(heard, about.mouthToEar ?? []) };
      const card = { ...about.card, verdict: judgeFigures(figures, limits()).verdict };
      return takes.describe(id, { ...about, heard, figures, card });
    },
    async report(id) {
      const found = await takes.settled(id);
      if (!found.ok) return found;
      const measured = await measurements.of(id, found.value.about);
      if (!measured.ok) return measured;
      // What is kept of it may be another since.
      const now = takes.find(id);
      if (!now.ok) return now;
      const { card, about } = now.value;
      const measurement = heardAnew(measured.value, about);
      const { figures } = measurement;
      const assessment = judgeFigures(figures, limits());
      const { verdict } = assessment;
      if (card.verdict === verdict && isSame(about.figures, figures))
        return succeed({ card, measurement, assessment });
      const judged = { ...about, figures, card: { ...about.card, verdict } };
      const right = takes.putRight(id, judged, card.sizeBytes);
      onChanged();
      return succeed({ card: right, measurement, assessment });
    },
  };
}

function isSame(one: Partial<TakeFigures> | undefined, other: TakeFigures): boolean {
  return one !== undefined && figureKeys.every((key) => one[key] === other[key]);
}

/** To a hundredth of a millisecond: thousands of them stand in the card. */
function rounded({ captureToScreenMs, ...rest }: HeardByPage): HeardByPage {
  return { ...rest, captureToScreenMs: captureToScreenMs.map((ms) => Math.round(100 * ms) / 100) };
}
