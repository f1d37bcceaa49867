import { createLiveLevel, type Level } from '../../../voice/live-level.ts';
import type { LookFeed } from '../../../voice/look-feed.ts';
import { createScroll, FRAMES_PER_SECOND } from '../../../voice/scroll.ts';
import { createTraceColumns, fillColumns } from '../../../voice/trace-columns.ts';
import { followPlace } from '../trace/follow-place.ts';
import { drawLiveTrace, LIVE_SECONDS, type TraceColours, type TraceSize } from '../trace/trace-drawing.ts';

export interface LiveLoopParts {
  readonly feed: LookFeed;
  readonly canvas: HTMLCanvasElement;
  /** Read anew with every other theme. */
  readonly colours: () => TraceColours;
  /** Told with every picture. */
  readonly onLevel: (level: Level) => void;
  /** Told a few times a second: the level, and how old the newest frame on the screen is. */
  readonly onReadout: (readout: LiveReadout) => void;
  /** Told of every frame that a picture shows for the first time: how long after its capture. */
  readonly onDrawn: (delayMs: number) => void;
}

export interface LiveReadout extends Level {
  /** From the capture, by the clock of main, to the picture that shows it. */
  readonly delayMs: number | undefined;
}

/** Between readouts that are read as words, and between pictures where the reader wants no motion. */
const READOUT_MS = 250;

/** Draws the live trace while frames come, and rests when nothing moves. Answers how to stop. */
export function runLiveLoop(parts: LiveLoopParts): () => void {
  const { feed, canvas, colours, onLevel, onReadout, onDrawn } = parts;
  const context = canvas.getContext('2d');
  if (context === null) return () => undefined;
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const scroll = createScroll();
  const level = createLiveLevel();
  let size: TraceSize = { width: 0, height: 0, ratio: 1 };
  let columns = createTraceColumns(0);
  let shades = colours();
  let frame: number | undefined;
  /** Frames that a picture has shown. */
  let shown = feed.ring.count;
  let drawnAt = -Infinity;
  let toldAt = -Infinity;
  let delayMs: number | undefined;

  const draw = (): void => {
    fillColumns(
      feed.ring,
      scroll.place,
      (LIVE_SECONDS * FRAMES_PER_SECOND) / Math.max(1, size.width),
      columns,
    );
    drawLiveTrace(context, size, columns, scroll.place, shades);
  };

  const picture = (at: number): void => {
    frame = undefined;
    const isStill = stillness.matches;
    if (isStill && at - drawnAt < READOUT_MS) return schedule();
    drawnAt = at;
    const { ring } = feed;
    const from = shown;
    shown = ring.count;
    if (isStill) scroll.jump(shown);
    else scroll.step(shown, at);
    draw();
    const now = level.take(ring, from, shown, at);
    const isOver = (isStill || scroll.isAtRest(shown)) && level.isAtRest(at);
    if (shown > from) {
      const shownAt = Date.now();
      for (let index = Math.max(ring.first, from); index < shown; index += 1) {
        delayMs = shownAt - ring.read(index, 'at');
        onDrawn(delayMs);
      }
    }
    onLevel(now);
    if (at - toldAt >= READOUT_MS || isOver) {
      toldAt = at;
      onReadout({ ...now, delayMs });
    }
    if (!isOver) schedule();
  };
  const schedule = (): void => {
    frame ??= requestAnimationFrame(picture);
  };
  const come = (): void => {
    if (feed.ring.count === 0) {
      scroll.jump(0);
      shown = 0;
      level.reset();
      delayMs = undefined;
    }
    schedule();
  };

  const resize = (): void => {
    const ratio = window.devicePixelRatio;
    const { clientWidth, clientHeight } = canvas;
    size = { width: Math.round(clientWidth * ratio), height: Math.round(clientHeight * ratio), ratio };
    canvas.width = size.width;
    canvas.height = size.height;
    columns = createTraceColumns(size.width);
    draw();
  };
  const unfollow = followPlace(canvas, () => {
    shades = colours();
    resize();
  });
  scroll.jump(feed.ring.count);
  resize();
  const unsubscribe = feed.subscribe(come);

  return () => {
    unsubscribe();
    unfollow();
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}
