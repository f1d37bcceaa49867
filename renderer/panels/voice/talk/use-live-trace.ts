import { useEffect, useState, type RefObject } from 'react';
import { readVoice, subscribeToVoice } from '../../../stores/voice.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import { openVoiceStreams } from '../../../voice/streams.ts';
import { openLiveCanvas, type PageFailure } from './live-canvas.ts';
import type { LiveNews } from './live-messages.ts';

export interface LiveTracePlaces {
  readonly figure: RefObject<HTMLElement | null>;
  readonly place: RefObject<HTMLElement | null>;
}

export interface LiveTraceState {
  readonly news: LiveNews | undefined;
  readonly failure: PageFailure | undefined;
}

/**
 * Opens the streams of voice while the panel is open: sound goes to the output, and what the trace shows to the worker
 * that draws it. Every take starts the trace anew.
 */
export function useLiveTrace(
  places: LiveTracePlaces,
  output: AudioOutput | undefined,
  onDrawn: (delayMs: number) => void,
): LiveTraceState {
  const { figure, place } = places;
  const [news, setNews] = useState<LiveNews>();
  const [failure, setFailure] = useState<PageFailure>();

  useEffect(() => {
    if (figure.current === null || place.current === null) return undefined;
    let heard: LiveNews | undefined;
    const canvas = openLiveCanvas({
      figure: figure.current,
      place: place.current,
      heard(told) {
        for (const delayMs of told.drawnMs) onDrawn(delayMs);
        heard = told;
        // While a take is under way the page is drawn anew with every beat of it, and need not be in between.
        if (readVoice().recorder === 'idle') setNews(told);
      },
      failed: setFailure,
    });
    let shownId = readVoice().live?.id;
    const unsubscribe = subscribeToVoice(({ live }) => {
      setNews(heard);
      if (live === undefined || live.id === shownId) return;
      shownId = live.id;
      canvas.begin(live.startedAt);
    });
    const close = openVoiceStreams(({ sound, looks, drawn }) => {
      output?.takeSound(sound);
      canvas.takeLooks(looks, drawn);
    }, setFailure);
    return () => {
      unsubscribe();
      close();
      canvas.close();
    };
  }, [figure, place, output, onDrawn]);

  return { news, failure };
}
