import { useEffect, useRef, type ReactNode } from 'react';
import type { TakeSound } from '../../../../app/voice/voice.ts';
import { signalOfTake } from '../../../voice/take-signal.ts';
import { zoomed, type TimeView } from '../../../voice/time-view.ts';
import { keepPainted } from '../trace/keep-painted.ts';
import { lengthText } from '../level-text.ts';
import { drawTake, type TakeLook } from './take-drawing.ts';
import { readTraceColours } from '../trace/trace-colours.ts';
import styles from '../trace/trace.module.css';

export interface TakeTraceProps {
  readonly name: string;
  readonly sound: TakeSound;
  readonly look: TakeLook;
  readonly view: TimeView;
  readonly lengthSeconds: number;
  readonly onView: (view: TimeView) => void;
  /** What lies over the wave. */
  readonly children?: ReactNode;
}

/** A kept take, drawn as a whole or in part. The wheel with Ctrl zooms where the pointer is. */
export function TakeTrace({ name, sound, look, view, lengthSeconds, onView, children }: TakeTraceProps) {
  const stack = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const place = canvas.current;
    if (place === null) return undefined;
    const { sampleRate, marks } = sound;
    const drawn = { signal: signalOfTake(sound), sampleRate, marks };
    return keepPainted(place, (context, size) =>
      drawTake(context, size, drawn, view, look, readTraceColours(place, document)),
    ).stop;
  }, [sound, look, view]);

  useEffect(() => {
    const place = stack.current;
    // Listened to by hand: React’s own listener may not keep the page from scrolling.
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey || place === null) return;
      event.preventDefault();
      const at = view.from + (event.offsetX / place.clientWidth) * (view.to - view.from);
      onView(zoomed(view, event.deltaY < 0 ? 1.25 : 0.8, at, lengthSeconds));
    };
    place?.addEventListener('wheel', turn, { passive: false });
    return () => place?.removeEventListener('wheel', turn);
  }, [view, lengthSeconds, onView]);

  return (
    <div ref={stack} className={styles['stack']}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${look === 'waveform' ? 'Waveform' : 'Spectrogram'} of ${name}, ${lengthText(view.from)} to ${lengthText(view.to)}`}
        className={styles['take']}
        data-trace="take"
      />
      {children}
    </div>
  );
}
