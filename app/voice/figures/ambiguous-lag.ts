import type { Correlation } from '../signal/correlation.ts';

/** How deep the slope beside a peak has to fall before another peak is one of its own. */
const VALLEY = 0.9;
/** From which share of the highest peak another one fits as well. */
const EQUAL = 0.98;

/** Whether another lag, beyond a valley, fits as well as the best one. A steady tone fits once in every period. */
export function isAmbiguous({ values, lag, peak }: Correlation): boolean {
  let left = lag;
  while (left > 0 && (values[left] ?? 0) > VALLEY * peak) left -= 1;
  let right = lag;
  while (right < values.length && (values[right] ?? 0) > VALLEY * peak) right += 1;
  return values.some((value, at) => (at < left || at > right) && value >= EQUAL * peak);
}
