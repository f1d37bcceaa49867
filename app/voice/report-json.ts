import { figureKeys, type FigureKey } from './figures/figure-table.ts';
import type { TakeReport } from './voice.ts';

/** The figures of takes for scripts: numbers as they were measured, what was not is left out. */
export function reportJson(reports: readonly TakeReport[], madeAt: number): string {
  const takes = reports.map(({ card, measurement, assessment }) => ({
    take: { ...card, recordedAt: new Date(card.recordedAt).toISOString() },
    verdict: assessment.verdict,
    failed: assessment.failed,
    figures: Object.fromEntries(
      figureKeys.flatMap((key): (readonly [FigureKey, object])[] => {
        const value = measurement.figures[key];
        return value === undefined ? [] : [[key, { value, verdict: assessment.figures[key] }]];
      }),
    ),
    lossBursts: measurement.lossBursts,
  }));
  return `${JSON.stringify({ report: 'Steam Test Bench voice', version: 1, madeAt: new Date(madeAt).toISOString(), takes }, undefined, 2)}\n`;
}
