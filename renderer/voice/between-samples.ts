/** The value between samples, by a cubic through four of them: what comes in has another rate than the output. */
export function between(at: (index: number) => number, position: number): number {
  const index = Math.floor(position);
  const part = position - index;
  const b = at(index);
  if (part === 0) return b;
  const [a, c, d] = [at(index - 1), at(index + 1), at(index + 2)];
  const slope = (c - a) / 2;
  const bend = a - 2.5 * b + 2 * c - d / 2;
  const rest = (d - a) / 2 + 1.5 * (b - c);
  return ((rest * part + bend) * part + slope) * part + b;
}
