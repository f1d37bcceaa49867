/** A probability in percent, with no more figures than it has. */
export function percentText(probability: number): string {
  return String(Number((probability * 100).toFixed(3)));
}

/** The probability that a text of 0 to 100 stands for, undefined for any other. */
export function percentFrom(text: string): number | undefined {
  if (!/^\d{1,3}([.,]\d{1,3})?$/.test(text.trim())) return undefined;
  const percent = Number(text.trim().replace(',', '.'));
  return percent <= 100 ? percent / 100 : undefined;
}
