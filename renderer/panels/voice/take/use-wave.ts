import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { TakeSound } from '../../../../app/voice/voice.ts';
import { signalOfTake } from '../../../voice/take-signal.ts';
import { moved, type TimeView } from '../../../voice/time-view.ts';
import { readTraceColours } from '../trace/trace-colours.ts';
import { drawSpectrogram } from './spectrogram-drawing.ts';
import type { TakeLook } from './take-drawing.ts';
import { drawWave } from './wave-drawing.ts';
import { createWave, type Wave } from './wave-surfer.ts';

export interface ShownWave {
  readonly sound: TakeSound;
  readonly look: TakeLook;
  readonly view: TimeView;
  readonly lengthSeconds: number;
  /** As it was drawn: it may end before it begins. */
  readonly region: TimeView | undefined;
  /** Where the take plays now; undefined where it does not. */
  readonly playhead: (() => number | undefined) | undefined;
  readonly onMark: (seconds: number) => void;
  readonly onRegion: (region: TimeView) => void;
  readonly onView: (view: TimeView) => void;
}

/** Keeps the wave of a take in a place as it is shown: its view, its region, and what is heard of it. */
export function useWave(place: RefObject<HTMLElement | null>, shown: ShownWave): void {
  const { sound, look, view, lengthSeconds, region, playhead } = shown;
  const wave = useRef<Wave>(undefined);

  const tell = useEffectEvent(() => shown);
  const drawing = useEffectEvent(() => (look === 'waveform' ? drawWave : drawSpectrogram));
  const begin = useEffectEvent((within: HTMLElement): Wave => {
    const signal = signalOfTake(sound);
    const { sampleRate } = sound;
    return createWave(
      within,
      { signal, sampleRate, lengthSeconds },
      {
        paint: (context, size, stretch) =>
          drawing()(context, size, { signal, sampleRate }, stretch, readTraceColours(within, document)),
        onMark: (seconds) => tell().onMark(seconds),
        onRegion: (drawn) => tell().onRegion(drawn),
        onView: (next) => tell().onView(next),
      },
    );
  });
  const showAll = useEffectEvent((made: Wave) => {
    made.show(view);
    made.showRegion(region);
  });

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = begin(place.current);
    wave.current = made;
    showAll(made);
    return () => {
      wave.current = undefined;
      made.end();
    };
  }, [place, sound, lengthSeconds]);

  useEffect(() => wave.current?.show(view), [view]);
  useEffect(() => wave.current?.showRegion(region), [region]);
  useEffect(() => wave.current?.paintAgain(), [look]);

  const goAlong = useEffectEvent((before: number | undefined, now: number | undefined) => {
    if (now === undefined) return;
    wave.current?.playAt(now);
    // It plays out of sight: the view goes along, a whole one at a time.
    if (before !== undefined && before <= view.to && now > view.to)
      shown.onView(moved(view, 1, lengthSeconds));
  });
  useEffect(() => {
    if (playhead === undefined) return undefined;
    let before: number | undefined;
    let frame = 0;
    const step = (): void => {
      const now = playhead();
      goAlong(before, now);
      before = now;
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playhead]);
}
