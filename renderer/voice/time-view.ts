/** What of a time axis is seen, in seconds. */
export interface TimeView {
  readonly from: number;
  readonly to: number;
}

/** Closer than this nobody sees more: a hundred samples or so. */
const SHORTEST_SECONDS = 0.005;

/** As wide as a wave may be drawn as a whole, in CSS pixels: Chromium lays out no more than 33 million. */
const WIDEST_PIXELS = 30_000_000;

/** The shortest view of an axis in this window. */
function shortest(lengthSeconds: number): number {
  return Math.min(lengthSeconds, Math.max(SHORTEST_SECONDS, (lengthSeconds * innerWidth) / WIDEST_PIXELS));
}

/** Seconds that sums of seconds are off by. */
const ROUNDING = 1e-6;

/** Whether the view shows all of the axis. */
export function isWhole({ from, to }: TimeView, lengthSeconds: number): boolean {
  return to - from >= lengthSeconds - ROUNDING;
}

/** The view a factor closer (above 1) or further (below), with the time under `at` where it was. */
export function zoomed(view: TimeView, factor: number, at: number, lengthSeconds: number): TimeView {
  const span = Math.min(lengthSeconds, Math.max(shortest(lengthSeconds), (view.to - view.from) / factor));
  const share = (at - view.from) / Math.max(SHORTEST_SECONDS, view.to - view.from);
  return within(at - share * span, span, lengthSeconds);
}

/** The view moved by a share of what it shows. */
export function moved(view: TimeView, share: number, lengthSeconds: number): TimeView {
  const span = view.to - view.from;
  return within(view.from + share * span, span, lengthSeconds);
}

/** The view that shows a stretch, and no closer than one can see. */
export function viewOf({ from, to }: TimeView, lengthSeconds: number): TimeView {
  return within(from, Math.min(lengthSeconds, Math.max(shortest(lengthSeconds), to - from)), lengthSeconds);
}

/** The same view where it shows a time, or moved so that the time is in its middle. */
export function showing(view: TimeView, time: number, lengthSeconds: number): TimeView {
  if (time >= view.from && time <= view.to) return view;
  const span = view.to - view.from;
  return within(time - span / 2, span, lengthSeconds);
}

function within(from: number, span: number, lengthSeconds: number): TimeView {
  const start = Math.max(0, Math.min(from, lengthSeconds - span));
  return { from: start, to: start + span };
}
