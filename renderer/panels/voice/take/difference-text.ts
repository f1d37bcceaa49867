import { withUnit } from '../../../../app/voice/figures/number-text.ts';
import { figureInfo, type FigureKey } from '../../../../app/voice/figures/figure-table.ts';

/** What one take has more of than the other: `+2.4 dB`, `−1`, `0.0 ms`; `–` where one of them was not measured. */
export function differenceText(
  key: FigureKey,
  first: number | undefined,
  second: number | undefined,
): string {
  if (first === undefined || second === undefined) return '–';
  const { unit, decimals } = figureInfo(key);
  const difference = second - first;
  const digits = Math.abs(difference).toFixed(decimals);
  const sign = Number(digits) === 0 ? '' : difference < 0 ? '−' : '+';
  return `${sign}${digits}${withUnit(units[unit] ?? unit)}`;
}

/** What lies between two values of a unit, where it is called something else. */
const units: Readonly<Record<string, string>> = { dBFS: 'dB', LUFS: 'LU', '%': '% points' };
