import type { Level } from '../../../voice/live-level.ts';
import type { LiveTraceColours, TraceSize } from '../trace/trace-drawing.ts';
import type { MeterColours } from './meter-drawing.ts';

/** From the page to the worker that draws the live trace. */
export type LiveOrder =
  /** Once, at first: where to draw. */
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'view'; readonly view: LiveView }
  /** The port that main sends frames by travels along. `drawn` are frames that came before, as it sends them. */
  | { readonly kind: 'looks'; readonly drawn: Float64Array }
  /** A take began, by the clock of main: the trace starts from nothing but what was captured since. */
  | { readonly kind: 'begin'; readonly startedAt: number };

/** What only the page knows of how the trace is seen. */
export interface LiveView {
  /** Of the canvas: trace and meter. */
  readonly size: TraceSize;
  readonly colours: LiveTraceColours;
  readonly meter: MeterColours;
  /** The reader wants no motion. */
  readonly isStill: boolean;
  /** Whether any of it is within the window: what is scrolled away is not drawn. */
  readonly isSeen: boolean;
}

/** From the worker to the page, a few times a second: what is read as words, and what is kept with the take. */
export interface LiveNews extends Level {
  /** From the capture, by the clock of main, to the newest picture that showed a frame; in milliseconds. */
  readonly delayMs: number | undefined;
  /** The same for every frame that was shown since the last news. */
  readonly drawnMs: readonly number[];
}

/**
 * A BroadcastChannel by which a measurement asks the worker how it draws: `ask` is answered by `PictureTimes`.
 * The bench itself does not use it.
 */
export const PICTURES_CHANNEL = 'bench.live-pictures';
export const PICTURES_QUESTION = 'ask';
