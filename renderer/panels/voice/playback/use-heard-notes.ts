import { useEffect, useState } from 'react';
import { notify } from '../../../stores/toasts.ts';
import { noteHeard, readVoice, subscribeToVoice } from '../../../stores/voice.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import { createHeardNotes } from '../../../voice/heard-notes.ts';

/**
 * Measures how late a take is drawn and heard, and tells main of it when the take is kept.
 *
 * Answers what is to be told of every frame that is drawn for the first time.
 */
export function useHeardNotes(output: AudioOutput | undefined): (delayMs: number) => void {
  const [notes] = useState(createHeardNotes);

  useEffect(() => {
    const { live } = readVoice();
    if (live !== undefined && notes.id !== live.id) notes.begin(live.id);
    return subscribeToVoice((now) => {
      if (now.live !== undefined) {
        if (now.live.id !== notes.id) notes.begin(now.live.id);
        return;
      }
      const { id } = notes;
      const heard = now.recorder === 'idle' ? notes.end() : undefined;
      if (id !== undefined && heard !== undefined && now.takes.some((take) => take.id === id))
        void noteHeard(id, heard).then((outcome) => {
          // A take that nobody waits for any more has no place for it.
          if (!outcome.ok && outcome.error.code !== 'not-recording')
            notify('fault', 'The take’s latency was not kept', outcome.error.message);
        });
    });
  }, [notes]);

  useEffect(
    () =>
      output?.onStats((stats) => {
        const { baseLatency, outputLatency } = output.context;
        notes.played(stats, 1000 * (baseLatency + outputLatency));
      }),
    [notes, output],
  );

  return notes.drawn;
}
