/** The value in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that `percent` of the values do not exceed, between neighbours in proportion. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** One round of a comparison: both sides measured right after one another. */
export interface Round {
  readonly baseline: number;
  readonly measured: number;
}

/** Medians over rounds. The ratio is the median of the rounds' ratios: noise that lasts hits both sides of a round. */
export function compareRounds(rounds: readonly Round[]): Round & { readonly ratio: number } {
  return {
    baseline: median(rounds.map(({ baseline }) => baseline)),
    measured: median(rounds.map(({ measured }) => measured)),
    ratio: median(rounds.map(({ baseline, measured }) => measured / baseline)),
  };
}

/** Wall clock in milliseconds with a fraction: the same in every process of this machine. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
