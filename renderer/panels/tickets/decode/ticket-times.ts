const two = (number: number): string => String(number).padStart(2, '0');

/** A moment in local time: `2026-03-01 09:41:07`. */
export function momentText(time: number): string {
  const date = new Date(time);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** A length of time in its two largest units: `45 s`, `3 min 20 s`, `2 h 5 min`, `20 d 23 h`. */
export function lengthText(lengthMs: number): string {
  const seconds = Math.floor(Math.abs(lengthMs) / 1000);
  const [minutes, hours, days] = [seconds / 60, seconds / 3600, seconds / 86_400].map(Math.floor);
  if (minutes === undefined || hours === undefined || days === undefined || minutes === 0)
    return `${seconds} s`;
  if (hours === 0) return `${minutes} min ${seconds % 60} s`;
  return days === 0 ? `${hours} h ${minutes % 60} min` : `${days} d ${hours % 24} h`;
}

/** How long ago, or how far ahead: `3 min 20 s ago`, `in 20 d 23 h`. */
export function distanceText(time: number, now: number): string {
  return time > now ? `in ${lengthText(time - now)}` : `${lengthText(now - time)} ago`;
}
