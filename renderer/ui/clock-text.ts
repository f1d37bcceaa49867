const two = (number: number): string => String(number).padStart(2, '0');

/** Local time of day to the millisecond: `09:41:07.312`. */
export function clockText(time: number): string {
  const date = new Date(time);
  const milliseconds = String(date.getMilliseconds()).padStart(3, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${milliseconds}`;
}

/** A length of time, to three figures or so: `12 µs`, `84.2 ms`, `2.31 s`, `4 min 10 s`. */
export function durationText(durationMs: number): string {
  if (durationMs < 0.0005) return '< 1 µs';
  if (durationMs < 0.9995) return `${Math.round(durationMs * 1000)} µs`;
  if (durationMs < 9.995) return `${durationMs.toFixed(2)} ms`;
  if (durationMs < 99.95) return `${durationMs.toFixed(1)} ms`;
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 59_995) return `${(durationMs / 1000).toFixed(2)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How long ago: `now`, `12 s ago`, `4 min ago`, `3 h ago`. */
export function agoText(elapsedMs: number): string {
  const seconds = Math.round(elapsedMs / 1000);
  if (seconds < 2) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${Math.floor(seconds / 3600)} h ago`;
}
