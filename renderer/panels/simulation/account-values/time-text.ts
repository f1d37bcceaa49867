const LATEST_UNIX_TIME = 0xffffffff;

/** Unix time as `2027-01-31 12:00` in UTC; 0 is no time and an empty text. */
export function timeText(unixTime: number): string {
  return unixTime === 0 ? '' : new Date(unixTime * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The Unix time that such a text stands for; undefined where it stands for none. */
export function timeFrom(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(trimmed)) return undefined;
  const seconds = Date.parse(`${trimmed.replace(' ', 'T')}:00Z`) / 1000;
  return Number.isInteger(seconds) && seconds > 0 && seconds <= LATEST_UNIX_TIME ? seconds : undefined;
}
