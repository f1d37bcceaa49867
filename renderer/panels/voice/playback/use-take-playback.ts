import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../app/outcome.ts';
import type { TakeSound } from '../../../../app/voice/voice.ts';
import { fetchSound, readVoice, subscribeToVoice } from '../../../stores/voice.ts';
import { readSettingsNow } from '../../../stores/settings.ts';
import type { AudioOutput, TakeStretch } from '../../../voice/audio-output.ts';

export interface TakePlayback {
  readonly canPlay: boolean;
  /** The take that is heard. */
  readonly playingId: string | undefined;
  readonly failure: Failure | undefined;
  /** Plays a take from its beginning, or stops the one that plays. */
  readonly toggle: (id: string) => void;
  /** Plays a take, or a stretch of it; with its sound where that is at hand. */
  readonly play: (id: string, stretch?: TakeStretch, sound?: TakeSound) => Promise<void>;
  readonly stop: () => void;
  /** Where the take that is heard is, in seconds. */
  readonly place: () => number | undefined;
  readonly dismiss: () => void;
}

/** Plays kept takes; with the loopback “after” also each one that was just recorded. */
export function useTakePlayback(output: AudioOutput | undefined): TakePlayback {
  const [playingId, setPlayingId] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  /** Which playing is the newest: what an older one tells does not count any more. */
  const turn = useRef(0);

  const play = useCallback(
    async (id: string, stretch: TakeStretch = {}, sound?: TakeSound): Promise<void> => {
      if (output === undefined) return;
      turn.current += 1;
      const own = turn.current;
      const outcome = sound === undefined ? await fetchSound(id) : { ok: true as const, value: sound };
      // Another one was asked for while this one was on its way.
      if (turn.current !== own) return;
      if (!outcome.ok) return setFailure(outcome.error);
      setFailure(undefined);
      setPlayingId(id);
      const ended = (): void => {
        if (turn.current === own) setPlayingId(undefined);
      };
      output.playTake(outcome.value, ended, stretch);
    },
    [output],
  );
  const stop = useCallback(() => {
    turn.current += 1;
    output?.stopTake();
    setPlayingId(undefined);
  }, [output]);
  const place = useCallback(() => output?.takePlace(), [output]);

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
    canPlay: output !== undefined,
    playingId,
    failure,
    toggle: (id) => {
      if (playingId === id) stop();
      else if (readVoice().takes.some((take) => take.id === id)) void play(id);
    },
    play,
    stop,
    place,
    dismiss: () => setFailure(undefined),
  };
}
