import { useEffect, useState } from 'react';

/** The time in milliseconds since 1970, renewed every `everyMs`. Undefined stops the clock. */
export function useNow(everyMs: number | undefined = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
