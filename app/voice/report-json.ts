import type { LimitsInForce } from './figures/assess.ts';
import { figureInfo, figureKeys, type FigureKey } from './figures/figure-table.ts';
import type { TakeReport } from './voice.ts';

/**
 * The figures of takes for scripts: numbers as they were measured, what was not is left out.
 *
 * Each with its unit, empty for a plain count, and the limit that it was held against; null where there is none.
 */
export function reportJson(reports: readonly TakeReport[], limits: LimitsInForce, madeAt: number): string {
  const takes = reports.map(({ card, measurement, assessment }) => ({
    // The verdict stands beside it, once.
    take: { ...card, verdict: undefined, recordedAt: new Date(card.recordedAt).toISOString() },
    verdict: assessment.verdict,
    failed: assessment.failed,
    figures: Object.fromEntries(
      figureKeys.flatMap((key): (readonly [FigureKey, object])[] => {
        const value = measurement.figures[key];
        const { unit } = figureInfo(key);
        const verdict = assessment.figures[key];
        return value === undefined ? [] : [[key, { value, unit, verdict, limit: limits[key] ?? null }]];
      }),
    ),
    lossBursts: measurement.lossBursts,
    mouthToEar: measurement.mouthToEar,
  }));
  return `${JSON.stringify({ report: 'Steam Test Bench voice', version: 1, madeAt: new Date(madeAt).toISOString(), takes }, undefined, 2)}\n`;
}
