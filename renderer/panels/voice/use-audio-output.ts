import { useEffect, useState } from 'react';
import type { Failure } from '../../../app/outcome.ts';
import { openAudioOutput, type AudioOutput } from '../../voice/audio-output.ts';

export interface OpenOutput {
  readonly output: AudioOutput | undefined;
  readonly failure: Failure | undefined;
}

/** Opens the audio output with the panel, and has it on the chosen device. */
export function useAudioOutput(deviceId: string): OpenOutput {
  const [output] = useState(openAudioOutput);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => () => output?.close(), [output]);

  useEffect(() => {
    let isLatest = true;
    void output?.chooseDevice(deviceId).then((outcome) => {
      if (isLatest) setFailure(outcome.ok ? undefined : outcome.error);
    });
    return () => void (isLatest = false);
  }, [output, deviceId]);

  return { output, failure };
}
