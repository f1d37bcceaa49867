import type { FigureLimit } from './figure-table.ts';
import { numberText, withUnit } from './number-text.ts';

/** A limit as it is read: `≤ 1 %`, `≥ 20 dB`, `−40 to −0.1 dBFS`, `= 0`; `none` where there is none. */
export function limitText(limit: FigureLimit | undefined, unit: string): string {
  const { min, max } = limit ?? {};
  const after = withUnit(unit);
  if (min !== undefined && max !== undefined)
    return min === max ? `= ${numberText(min)}${after}` : `${numberText(min)} to ${numberText(max)}${after}`;
  if (max !== undefined) return `≤ ${numberText(max)}${after}`;
  return min === undefined ? 'none' : `≥ ${numberText(min)}${after}`;
}
