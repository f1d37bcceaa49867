import { useEffect, useMemo, useRef } from 'react';
import { signalOfPcm } from '../../../app/voice/signal/signal.ts';
import type { TakeSound } from '../../../app/voice/voice.ts';
import { zoomed, type TimeView } from '../../voice/time-view.ts';
import { followPlace } from './follow-place.ts';
import { lengthText } from './level-text.ts';
import { drawTake, type TakeLook } from './take-drawing.ts';
import { readTraceColours } from './trace-colours.ts';
import styles from './trace.module.css';

export interface TakeTraceProps {
  readonly name: string;
  readonly sound: TakeSound;
  readonly look: TakeLook;
  readonly view: TimeView;
  readonly lengthSeconds: number;
  readonly onView: (view: TimeView) => void;
}

/** A kept take, drawn as a whole or in part. The wheel with Ctrl zooms where the pointer is. */
export function TakeTrace({ name, sound, look, view, lengthSeconds, onView }: TakeTraceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const signal = useMemo(() => signalOfPcm(sound.samples), [sound]);

  useEffect(() => {
    const place = canvas.current;
    const context = place?.getContext('2d');
    if (place === null || context === null || context === undefined) return undefined;
    const draw = (): void => {
      const ratio = window.devicePixelRatio;
      place.width = Math.round(place.clientWidth * ratio);
      place.height = Math.round(place.clientHeight * ratio);
      const size = { width: place.width, height: place.height, ratio };
      const colours = readTraceColours(place, document);
      const { sampleRate, marks } = sound;
      drawTake(context, size, { signal, sampleRate, marks }, view, look, colours);
    };
    draw();
    return followPlace(place, draw);
  }, [signal, sound, look, view]);

  useEffect(() => {
    const place = canvas.current;
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
    <canvas
      ref={canvas}
      role="img"
      aria-label={`${look === 'waveform' ? 'Waveform' : 'Spectrogram'} of ${name}, ${lengthText(view.from)} to ${lengthText(view.to)}`}
      className={styles['take']}
      data-trace="take"
    />
  );
}
