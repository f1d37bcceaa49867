import type { FigureLimit } from '../../../../app/voice/figures/figure-table.ts';

/** A limit as it is read: `≤ 1 %`, `≥ 20 dB`, `−40 to −0.1 dBFS`. */
export function limitText(limit: FigureLimit | undefined, unit: string): string {
  if (limit === undefined) return 'none';
  const { min, max } = limit;
  const after = unit === '' ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `${numberText(min)} to ${numberText(max)}${after}`;
  if (max !== undefined) return `≤ ${numberText(max)}${after}`;
  return min === undefined ? 'none' : `≥ ${numberText(min)}${after}`;
}

export function numberText(value: number): string {
  return String(value).replace('-', '−');
}

/** One end of a limit as it was typed: undefined for nothing, NaN for what is no number. */
export function readLimitEnd(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (plain === '') return undefined;
  const value = Number(plain);
  return Math.abs(value) <= 1e6 ? value : NaN;
}
