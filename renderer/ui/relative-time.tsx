import { agoText, clockText } from './clock-text.ts';
import { tooltip } from './tooltip.ts';
import { useNow } from './use-now.ts';

export interface RelativeTimeProps {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How long ago something was, kept current, with the time of day as its tooltip. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} {...tooltip(clockText(at))}>
      {agoText(Math.max(0, now - at))}
    </time>
  );
}
