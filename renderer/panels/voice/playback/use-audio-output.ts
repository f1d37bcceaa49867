import { useEffect, useState } from 'react';
import type { VoiceSettings } from '../../../../app/settings/settings.ts';
import { openAudioOutput, type AudioOutput } from '../../../voice/audio-output.ts';

/** React may throw a first render away and begin again: what was opened in it would be on for ever, unheard. */
let unclaimed: AudioOutput | undefined;

function openOnce(): AudioOutput | undefined {
  unclaimed ??= openAudioOutput();
  return unclaimed;
}

/** Opens the audio output with the panel, and has it play live as the settings say. Undefined where there is none. */
export function useAudioOutput({
  loopback,
  targetBufferMs,
  delayMs,
}: VoiceSettings): AudioOutput | undefined {
  const [output] = useState(openOnce);
  useEffect(() => {
    unclaimed = undefined;
    return () => output?.close();
  }, [output]);
  useEffect(
    () => output?.setLive(loopback === 'live', targetBufferMs + delayMs),
    [output, loopback, targetBufferMs, delayMs],
  );
  return output;
}
