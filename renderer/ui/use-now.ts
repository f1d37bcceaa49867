import { useEffect, useState } from 'react';

/** The time in milliseconds since 1970, renewed every `everyMs`. `Infinity` stops the clock. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === Infinity) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
