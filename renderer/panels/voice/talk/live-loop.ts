import { createLiveLevel, type Level } from '../../../voice/live-level.ts';
import { createLookRing } from '../../../voice/look-ring.ts';
import { createScroll } from '../../../voice/scroll.ts';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import { drawLiveGround } from './live-ground.ts';
import { liveLayout } from './live-layout.ts';
import type { LiveNews, LiveView } from './live-messages.ts';
import { createLiveStrip, type LiveStrip, type LiveStripParts } from './live-strip.ts';
import { createDrawnMeter, type DrawnMeter } from './meter-drawing.ts';

/** A canvas that the loop gives its size. */
export interface LivePlace {
  width: number;
  height: number;
}

export interface LiveLoopParts extends Pick<LiveStripParts, 'makeCanvas'> {
  readonly canvas: LivePlace;
  readonly context: DrawingContext;
  readonly tell: (news: LiveNews) => void;
  /** Calls once, with the time in ms: in the next frame, or after a wait in ms. */
  readonly later: (picture: (at: number) => void, afterMs?: number) => void;
  /** The clock of main, which frames are stamped by, in ms. */
  readonly now: () => number;
}

/** The live trace and its meter: drawn while frames come, resting when nothing moves. */
export interface LiveLoop {
  /** Frames came, as the second port sends them. */
  came(numbers: Float64Array): void;
  /** Frames that came before the loop was there: they are drawn, and neither heard now nor shown late. */
  earlier(numbers: Float64Array): void;
  /** A take began: only what was captured since stays. */
  begin(startedAt: number): void;
  /** Draws at once with another size or other colours. */
  view(view: LiveView): void;
  /** Draws all of it anew: its face came. */
  again(): void;
}

/** Twenty seconds: more than the trace shows. */
const FRAMES_HELD = 1000;
/** Between news, and between pictures where the reader wants no motion or sees none. */
const NEWS_MS = 250;
const silence: Level = { rmsDbfs: -Infinity, peakDbfs: -Infinity, isClipped: false };

export function createLiveLoop(parts: LiveLoopParts): LiveLoop {
  const { canvas, context, makeCanvas, tell, later, now } = parts;
  const ring = createLookRing(FRAMES_HELD);
  const scroll = createScroll();
  const level = createLiveLevel();
  let strip: LiveStrip | undefined;
  let meter: DrawnMeter | undefined;
  let view: LiveView | undefined;
  let heard: Level = silence;
  let isDue = false;
  /** Frames that a picture has shown. */
  let shown = 0;
  let toldAt = -Infinity;
  let delayMs: number | undefined;
  let drawnMs: number[] = [];

  const isSlow = (): boolean => view === undefined || view.isStill || !view.isSeen;

  const draw = (): void => {
    strip?.show(scroll.place);
    meter?.show(heard);
  };

  const look = (next: LiveView): void => {
    const { size, colours } = next;
    if (canvas.width !== size.width || canvas.height !== size.height) {
      // Setting a size also takes the memory anew.
      canvas.width = size.width;
      canvas.height = size.height;
    }
    view = next;
    const layout = liveLayout(size);
    strip = createLiveStrip({ context, ring, size: layout.wave, colours, makeCanvas });
    meter = createDrawnMeter(context, layout.meter, next.meter);
    drawLiveGround(context, layout, colours);
    if (view.isSeen) draw();
  };

  const schedule = (afterMs?: number): void => {
    if (isDue || view === undefined) return;
    isDue = true;
    later(picture, afterMs);
  };

  const picture = (at: number): void => {
    isDue = false;
    if (view === undefined) return;
    const from = shown;
    shown = ring.count;
    if (isSlow()) scroll.jump(shown);
    else scroll.step(shown, at);
    heard = level.take(ring, from, shown, at);
    if (view.isSeen) {
      draw();
      const shownAt = now();
      for (let index = Math.max(ring.first, from); index < shown; index += 1) {
        delayMs = shownAt - ring.read(index, 'at');
        drawnMs.push(delayMs);
      }
    }
    const isOver = (isSlow() || scroll.isAtRest(shown)) && level.isAtRest(at);
    if (at - toldAt >= NEWS_MS || isOver) {
      toldAt = at;
      tell({ ...heard, delayMs, drawnMs });
      drawnMs = [];
    }
    if (!isOver) schedule(isSlow() ? NEWS_MS : undefined);
  };

  const wake = (): void => schedule(isSlow() ? 0 : undefined);

  return {
    came(numbers) {
      ring.push(numbers);
      if (view?.isSeen === true) strip?.take();
      wake();
    },
    earlier(numbers) {
      ring.push(numbers);
      shown = ring.count;
      scroll.jump(shown);
      wake();
    },
    begin(startedAt) {
      ring.keepSince(startedAt);
      scroll.jump(0);
      strip?.clear();
      level.reset();
      shown = 0;
      delayMs = undefined;
      drawnMs = [];
      wake();
    },
    view: look,
    again() {
      if (view !== undefined) look(view);
    },
  };
}
