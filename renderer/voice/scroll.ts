/** Frames of 20 ms in a second. */
export const FRAMES_PER_SECOND = 50;
/** A little slower than frames come: so it is they that push the edge on, and none of them waits for it. */
const GLIDE_PER_SECOND = 0.98 * FRAMES_PER_SECOND;
/** How far the edge goes on beyond the newest frame: Steam sends that many at once, and they fill the place. */
const MOST_LEAD_FRAMES = 8;

/** Where the right edge of a live trace is, in frames. */
export interface Scroll {
  /** Goes on to a time in ms and answers the place: never before `newest`, little beyond it, and never backwards. */
  step(newest: number, at: number): number;
  readonly place: number;
  /** Whether it waits for the next frame. */
  isAtRest(newest: number): boolean;
  /** Goes to a place at once, as a reader who wants no motion has it, or when a trace begins. */
  jump(place: number): void;
}

/**
 * Glides evenly while frames come in bursts, and yet shows every frame in the first picture after it came: the edge is
 * that of the time that passes, and a burst fills what is still empty behind it.
 */
export function createScroll(): Scroll {
  let place = 0;
  let before: number | undefined;
  const isAtRest = (newest: number): boolean => place >= newest + MOST_LEAD_FRAMES;
  return {
    get place() {
      return place;
    },
    isAtRest,
    step(newest, at) {
      // A step after a rest is one of a single picture, not of the whole rest.
      const seconds = before === undefined ? 0 : Math.min(0.1, Math.max(0, at - before) / 1000);
      const glided = Math.min(newest + MOST_LEAD_FRAMES, place + GLIDE_PER_SECOND * seconds);
      place = Math.max(place, newest, glided);
      before = isAtRest(newest) ? undefined : at;
      return place;
    },
    jump(next) {
      place = next;
      before = undefined;
    },
  };
}
