import { LARGEST_LIMIT } from '../../../../app/voice/take-limits.ts';

/** One end of a limit as it was typed: undefined for nothing, NaN for what is no number. */
export function readLimitEnd(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (plain === '') return undefined;
  const value = Number(plain);
  return Math.abs(value) <= LARGEST_LIMIT ? value : NaN;
}
