import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { moved, type TimeView } from '../../../voice/time-view.ts';
import { drawCursor } from './cursor-drawing.ts';
import { keepPainted } from '../trace/keep-painted.ts';
import { secondsText } from '../level-text.ts';
import styles from '../trace/trace.module.css';

export interface TakeCursorProps {
  readonly name: string;
  readonly view: TimeView;
  readonly lengthSeconds: number;
  /** As it was drawn: it may end before it begins. */
  readonly region: TimeView | undefined;
  readonly mark: number;
  /** Where the take plays now; undefined where it does not. */
  readonly playhead: (() => number | undefined) | undefined;
  readonly onMark: (seconds: number) => void;
  readonly onRegion: (region: TimeView) => void;
  readonly onView: (view: TimeView) => void;
  readonly onPlay: () => void;
}

/** A pointer that moved less than this was a click, in CSS pixels. */
const CLICK_PIXELS = 3;

/** The bit of the primary button in `PointerEvent.buttons`. */
const PRIMARY_BUTTON = 1;

/**
 * The layer over a wave: a click sets where to play from, a drag draws a region, and the playhead moves.
 *
 * With the keyboard: arrows move the place, with Shift they draw the region; Enter plays. Space stays the talk key.
 */
export function TakeCursor(props: TakeCursorProps) {
  const { name, view, lengthSeconds, region, mark, playhead, onMark, onRegion, onView, onPlay } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const dragFrom = useRef<{ readonly x: number; readonly seconds: number }>(undefined);
  const isDrag = useRef(false);

  useEffect(() => {
    const place = canvas.current;
    if (place === null) return undefined;
    let before: number | undefined;
    let frame: number | undefined;
    const painted = keepPainted(place, (context, size) => {
      const { color, borderTopColor } = getComputedStyle(place);
      const cursor = { region, mark, playhead: playhead?.() };
      drawCursor(context, size, cursor, view, { region: borderTopColor, line: color });
    });
    const step = (): void => {
      painted.again();
      const now = playhead?.();
      // It plays out of sight: the view goes along, a whole one at a time.
      if (now !== undefined && before !== undefined && before <= view.to && now > view.to)
        onView(moved(view, 1, lengthSeconds));
      before = now;
      frame = requestAnimationFrame(step);
    };
    if (playhead !== undefined) frame = requestAnimationFrame(step);
    return () => {
      painted.stop();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [view, lengthSeconds, region, mark, playhead, onView]);

  const within = (seconds: number): number => Math.max(0, Math.min(lengthSeconds, seconds));
  const timeAt = ({ nativeEvent, currentTarget }: PointerEvent<HTMLCanvasElement>): number =>
    within(view.from + (nativeEvent.offsetX / currentTarget.clientWidth) * (view.to - view.from));
  const press = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragFrom.current = { x: event.clientX, seconds: timeAt(event) };
    isDrag.current = false;
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>): void => {
    // Moves without the button are not this drag's: Chromium tells one of its own where the window changes.
    if ((event.buttons & PRIMARY_BUTTON) !== 0) stretch(event);
  };
  const stretch = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (dragFrom.current === undefined) return;
    isDrag.current ||= Math.abs(event.clientX - dragFrom.current.x) >= CLICK_PIXELS;
    if (isDrag.current) onRegion({ from: dragFrom.current.seconds, to: timeAt(event) });
  };
  const release = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (dragFrom.current === undefined) return;
    stretch(event);
    if (!isDrag.current) onMark(timeAt(event));
    dragFrom.current = undefined;
  };
  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = (view.to - view.from) / 100;
    // A region that begins at the place goes on; any other one was drawn elsewhere, and a new one begins here.
    const from = event.shiftKey && region?.from === mark ? region.to : mark;
    const to = { ArrowLeft: from - step, ArrowRight: from + step, Home: 0, End: lengthSeconds }[event.key];
    if (event.key === 'Enter') onPlay();
    else if (to === undefined) return;
    else if (event.shiftKey) onRegion({ from: mark, to: within(to) });
    else onMark(within(to));
    event.preventDefault();
  };

  return (
    <canvas
      ref={canvas}
      role="slider"
      tabIndex={0}
      aria-label={`Place in ${name}`}
      aria-valuemin={0}
      aria-valuemax={Math.round(1000 * lengthSeconds)}
      aria-valuenow={Math.round(1000 * Math.min(mark, lengthSeconds))}
      aria-valuetext={`plays from ${secondsText(mark)}`}
      aria-keyshortcuts="Enter Shift+ArrowLeft Shift+ArrowRight"
      className={styles['overlay']}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={() => (dragFrom.current = undefined)}
      onKeyDown={key}
    />
  );
}
