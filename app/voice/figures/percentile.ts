/**
 * The smallest of the values that at least this share of them do not exceed; undefined where there are none.
 *
 * By nearest rank: the answer is one that was really seen. `share` is 0 to 1. Values that are no numbers are left out.
 */
export function percentile(values: Iterable<number>, share: number): number | undefined {
  const sorted = (values instanceof Float64Array ? values : Float64Array.from(values))
    .filter(Number.isFinite)
    .sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(values: Iterable<number>): number | undefined {
  return percentile(values, 0.5);
}
