import { useEffect, useRef, type KeyboardEvent } from 'react';
import { moved, zoomed } from '../../../voice/time-view.ts';
import { lengthText, secondsText } from '../level-text.ts';
import { keepPainted } from '../trace/keep-painted.ts';
import { readTraceColours, swatchColour } from '../trace/trace-colours.ts';
import styles from '../trace/trace.module.css';
import { placeStep } from './place-keys.ts';
import { drawOverTake } from './take-drawing.ts';
import { useWave, type ShownWave } from './use-wave.ts';

export interface TakeWaveProps extends ShownWave {
  readonly name: string;
  /** Where it is played from, in seconds. */
  readonly mark: number;
  readonly onPlay: () => void;
}

/**
 * A kept take, as a whole or in part: a click sets where to play from, a drag draws a region.
 *
 * The wheel with Ctrl zooms where the pointer is, and moves the view where it turns sideways. With the keyboard: arrows
 * move the place, with Shift they draw the region; Enter plays. Space stays the talk key.
 */
export function TakeWave(props: TakeWaveProps) {
  const { name, sound, look, view, lengthSeconds, mark, playhead, onMark, onRegion, onView, onPlay } = props;
  const stack = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  useWave(place, props);

  useEffect(() => {
    const canvas = over.current;
    if (canvas === null) return undefined;
    const { sampleRate, marks } = sound;
    return keepPainted(canvas, (context, size) => {
      const colours = {
        ...readTraceColours(canvas, document),
        ground: swatchColour(document, 'ground'),
        place: swatchColour(document, 'peak'),
      };
      drawOverTake(context, size, { sampleRate, marks, mark }, view, look, colours);
    }).stop;
  }, [sound, look, view, mark]);

  useEffect(() => {
    const whole = stack.current;
    // Listened to by hand: React’s own listener may not keep the page from scrolling.
    const turn = (event: WheelEvent): void => {
      if (whole === null) return;
      const { left, width } = whole.getBoundingClientRect();
      if (event.ctrlKey) {
        const at = view.from + ((event.clientX - left) / width) * (view.to - view.from);
        onView(zoomed(view, event.deltaY < 0 ? 1.25 : 0.8, at, lengthSeconds));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        onView(moved(view, event.deltaX / width, lengthSeconds));
      } else return;
      event.preventDefault();
    };
    whole?.addEventListener('wheel', turn, { passive: false });
    return () => whole?.removeEventListener('wheel', turn);
  }, [view, lengthSeconds, onView]);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = placeStep(event, props);
    if (step === undefined) return;
    if (step.kind === 'play') onPlay();
    else if (step.kind === 'region') onRegion(step.region);
    else onMark(step.seconds);
    event.preventDefault();
  };

  return (
    <div ref={stack} className={styles['stack']}>
      <div
        ref={place}
        role="slider"
        tabIndex={0}
        aria-label={`Place in ${name}`}
        aria-valuemin={0}
        aria-valuemax={Math.round(1000 * lengthSeconds)}
        aria-valuenow={Math.round(1000 * Math.min(mark, lengthSeconds))}
        aria-valuetext={`plays from ${secondsText(mark)}`}
        aria-keyshortcuts="Enter Shift+ArrowLeft Shift+ArrowRight"
        className={styles['take']}
        data-look={look}
        data-plays={playhead !== undefined}
        onKeyDown={press}
      />
      <canvas
        ref={over}
        role="img"
        aria-label={`${look === 'waveform' ? 'Waveform' : 'Spectrogram'} of ${name}, ${lengthText(view.from)} to ${lengthText(view.to)}`}
        className={styles['overTake']}
        data-trace="take"
      />
    </div>
  );
}
