import type { ConnectionStretch } from '../../../app/account/account.ts';

/** How much of the history the strip shows. */
export type StripRange = 'tenMinutes' | 'hour' | 'all';

const lengths: Readonly<Record<Exclude<StripRange, 'all'>, number>> = {
  tenMinutes: 10 * 60_000,
  hour: 60 * 60_000,
};

/** Shortest time that the strip spreads over its width: less would make the first seconds jump about. */
const SHORTEST_SPAN_MS = 60_000;

/** A stretch as drawn, in per cent of the strip's width. */
export interface StripSegment {
  readonly left: number;
  readonly width: number;
  readonly stretch: ConnectionStretch;
}

export interface StripTick {
  readonly left: number;
  readonly at: number;
}

export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly StripSegment[];
  readonly ticks: readonly StripTick[];
}

/** Lays the history out along a line of time that ends now. */
export function layOutStrip(history: readonly ConnectionStretch[], now: number, range: StripRange): Strip {
  const begin = history[0]?.from ?? now;
  const length = range === 'all' ? Math.max(now - begin, SHORTEST_SPAN_MS) : lengths[range];
  const from = now - length;
  const share = (at: number): number => ((at - from) / length) * 100;
  const segments = history.flatMap((stretch) => {
    const left = Math.max(0, share(stretch.from));
    const right = Math.min(100, share(stretch.to ?? now));
    return right > 0 && right >= left ? [{ left, width: right - left, stretch }] : [];
  });
  return { from, to: now, segments, ticks: ticksBetween(from, now).map((at) => ({ at, left: share(at) })) };
}

const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400].map(
  (seconds) => seconds * 1000,
);

const LONGEST_STEP = 86_400_000;

/** At most about six round times of the clock on the wall. */
function ticksBetween(from: number, to: number): readonly number[] {
  const step = steps.find((candidate) => (to - from) / candidate <= 6) ?? LONGEST_STEP;
  // Round in local time: a tick every hour belongs on the hour of the user's clock.
  const offset = new Date(to).getTimezoneOffset() * 60_000;
  const first = Math.ceil((from - offset) / step) * step + offset;
  const ticks: number[] = [];
  for (let at = first; at <= to; at += step) ticks.push(at);
  return ticks;
}
