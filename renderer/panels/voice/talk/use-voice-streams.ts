import { useEffect, useState } from 'react';
import type { Failure } from '../../../../app/outcome.ts';
import { readVoice, subscribeToVoice } from '../../../stores/voice.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import { createLookFeed, type LookFeed } from '../../../voice/look-feed.ts';
import { openVoiceStreams } from '../../../voice/streams.ts';

export interface LiveStreams {
  readonly feed: LookFeed;
  readonly failure: Failure | undefined;
}

/** Opens the ports while the panel is open; every take starts the trace anew. */
export function useVoiceStreams(output: AudioOutput | undefined): LiveStreams {
  const [feed] = useState(createLookFeed);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    let shownId = readVoice().live?.id;
    const unsubscribe = subscribeToVoice(({ live }) => {
      if (live === undefined || live.id === shownId) return;
      shownId = live.id;
      feed.clear();
    });
    const close = openVoiceStreams(({ sound, looks }) => {
      output?.takeSound(sound);
      looks.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data instanceof Float64Array) feed.push(data);
      });
      looks.start();
    }, setFailure);
    return () => {
      unsubscribe();
      close();
    };
  }, [feed, output]);

  return { feed, failure };
}
