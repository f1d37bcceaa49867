/** A number as it is typed: `−6.5`, at most three digits after the point. */
export function decimalText(value: number): string {
  return String(Number(value.toFixed(3))).replace('-', '−');
}

/** The number that a text stands for, with either sign for minus and either mark for the point; undefined for any other. */
export function decimalFrom(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}
