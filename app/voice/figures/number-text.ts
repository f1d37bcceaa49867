/** A measured number with its unit and a real minus sign: `−23.0 dBFS`, `3`. A zero has no sign. */
export function measureText(value: number, decimals: number, unit: string): string {
  const digits = Math.abs(value).toFixed(decimals);
  const sign = value < 0 && Number(digits) !== 0 ? '−' : '';
  return `${sign}${digits}${withUnit(unit)}`;
}

/** A number that somebody set, with as many digits as it was given, and a real minus sign: `−0.1`. */
export function numberText(value: number): string {
  return String(value).replace('-', '−');
}

/** What stands after the number. */
export function withUnit(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}
