/** A whole number that was typed, where it lies within the bounds. */
export function readWhole(text: string, lowest: number, highest: number): number | undefined {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value >= lowest && value <= highest ? value : undefined;
}
