/** Frames of 20 ms in a second. */
export const FRAMES_PER_SECOND = 50;
/** How far behind the newest frame the trace runs: frames come some at a time, and the trace glides. */
const LAG_FRAMES = 6;
/** Further behind than this it jumps: nobody wants to watch it catch up. */
const MOST_LAG_FRAMES = 50;

/** Where the right edge of a live trace is, in frames. */
export interface Scroll {
  /** Goes on to a time in ms and answers the place, never beyond `newest` and never backwards. */
  step(newest: number, at: number): number;
  readonly place: number;
  /** Goes to a place at once, as a reader who wants no motion has it, or when a trace begins. */
  jump(place: number): void;
}

/**
 * Glides after frames that come in bursts: at their own rate, a little faster when it lags and slower when it runs dry.
 */
export function createScroll(): Scroll {
  let place = 0;
  let before: number | undefined;
  return {
    get place() {
      return place;
    },
    step(newest, at) {
      // A step after a rest is one of a single picture, not of the whole rest.
      const seconds = before === undefined ? 0 : Math.min(0.1, Math.max(0, at - before) / 1000);
      const lag = newest - place;
      if (lag > MOST_LAG_FRAMES) place = newest - LAG_FRAMES;
      else {
        const rate = FRAMES_PER_SECOND * Math.max(0.5, 1 + (0.5 * (lag - LAG_FRAMES)) / LAG_FRAMES);
        place = Math.max(place, Math.min(newest, place + rate * seconds));
      }
      before = place < newest ? at : undefined;
      return place;
    },
    jump(next) {
      place = next;
      before = undefined;
    },
  };
}
