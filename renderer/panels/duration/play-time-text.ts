/** A length of play to the minute, or to the second below one: `2 h 59 min`, `4 min`, `40 s`. */
export function playTimeText(seconds: number): string {
  const length = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '';
  if (length < 60) return `${sign}${length} s`;
  const minutes = Math.floor(length / 60);
  if (minutes < 60) return `${sign}${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${sign}${minutes / 60} h` : `${sign}${Math.floor(minutes / 60)} h ${rest} min`;
}
