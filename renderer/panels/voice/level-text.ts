import { measureText } from '../../../app/voice/figures/number-text.ts';

/** A level as it is read: `−23.0 dBFS`. */
export function dbfsText(level: number): string {
  return measureText(level, 1, 'dBFS');
}

/** A length of a take: `2.4 s`, `1:07`. */
export function lengthText(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A size: `812 B`, `14.2 kB`, `3.1 MB`, `1.1 GB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1000).toFixed(1)} kB`;
  if (bytes < 999_950_000) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A place in a take, to the millisecond: `0.480 s`. */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(3)} s`;
}

const SHORT_NAME_LETTERS = 24;

/** A name where there is little room for it: `A recording of the meeti…`. */
export function shortName(name: string): string {
  return name.length <= SHORT_NAME_LETTERS ? name : `${name.slice(0, SHORT_NAME_LETTERS - 1).trimEnd()}…`;
}
