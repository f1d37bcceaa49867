import { figureKeys, type FigureKey, type FigureLimit, type TakeFigures } from './figure-table.ts';

/** `open`: measured, with no limit to keep to. */
export type FigureVerdict = 'pass' | 'fail' | 'open' | 'not-measured';

/** `empty`: no figure with a limit was measured, so there is nothing to pass. */
export const takeVerdicts = ['pass', 'fail', 'empty'] as const;
export type TakeVerdict = (typeof takeVerdicts)[number];

export interface Assessment {
  readonly verdict: TakeVerdict;
  readonly figures: Readonly<Record<FigureKey, FigureVerdict>>;
  /** In the order of the table. */
  readonly failed: readonly FigureKey[];
}

/** Limits in force: a figure without one has nothing to keep to. */
export type LimitsInForce = Readonly<Partial<Record<FigureKey, FigureLimit>>>;

/** A take fails where one figure does. What was not measured neither passes nor fails. */
export function assess(figures: Partial<TakeFigures>, limits: LimitsInForce): Assessment {
  const verdicts = Object.fromEntries(
    figureKeys.map((key) => [key, verdictOf(figures[key], limits[key])]),
  ) as Record<FigureKey, FigureVerdict>;
  const failed = figureKeys.filter((key) => verdicts[key] === 'fail');
  const hasPassed = figureKeys.some((key) => verdicts[key] === 'pass');
  return { verdict: failed.length > 0 ? 'fail' : hasPassed ? 'pass' : 'empty', figures: verdicts, failed };
}

function verdictOf(value: number | undefined, limit: FigureLimit | undefined): FigureVerdict {
  if (value === undefined) return 'not-measured';
  const { min, max } = limit ?? {};
  if (min === undefined && max === undefined) return 'open';
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity) ? 'pass' : 'fail';
}
