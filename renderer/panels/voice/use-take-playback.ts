import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../app/outcome.ts';
import { fetchSound, readVoice, subscribeToVoice } from '../../stores/voice.ts';
import { readSettingsNow } from '../../stores/settings.ts';
import type { AudioOutput } from '../../voice/audio-output.ts';

export interface TakePlayback {
  /** The take that is heard. */
  readonly playingId: string | undefined;
  readonly failure: Failure | undefined;
  /** Plays a take, or stops the one that plays. */
  readonly toggle: (id: string) => void;
  readonly dismiss: () => void;
}

/** Plays kept takes; with the loopback “after” also each one that was just recorded. */
export function useTakePlayback(output: AudioOutput | undefined): TakePlayback {
  const [playingId, setPlayingId] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const latest = useRef<string>(undefined);

  const play = useCallback(
    async (id: string): Promise<void> => {
      if (output === undefined) return;
      latest.current = id;
      const outcome = await fetchSound(id);
      // Another one was asked for while this one was on its way.
      if (latest.current !== id) return;
      if (!outcome.ok) return setFailure(outcome.error);
      setFailure(undefined);
      setPlayingId(id);
      output.playTake(outcome.value, () => setPlayingId((now) => (now === id ? undefined : now)));
    },
    [output],
  );
  const stop = useCallback(() => {
    latest.current = undefined;
    output?.stopTake();
    setPlayingId(undefined);
  }, [output]);

  useEffect(
    () =>
      subscribeToVoice((now, before) => {
        if (now.recorder === 'recording' && before.recorder !== 'recording') stop();
        const newest = now.takes[0];
        const isJustRecorded =
          before.recorder !== 'idle' && now.recorder === 'idle' && newest?.id === before.live?.id;
        if (isJustRecorded && newest !== undefined && readSettingsNow().voice.loopback === 'after') {
          void play(newest.id);
        }
      }),
    [play, stop],
  );
  useEffect(() => () => output?.stopTake(), [output]);

  return {
    playingId,
    failure,
    toggle: (id) => {
      if (playingId === id) stop();
      else if (readVoice().takes.some((take) => take.id === id)) void play(id);
    },
    dismiss: () => setFailure(undefined),
  };
}
