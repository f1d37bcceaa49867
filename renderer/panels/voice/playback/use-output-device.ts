import { useEffect, useState } from 'react';
import { useAudioDevices } from '../../../stores/audio-devices.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import type { SelectOption } from '../../../ui/select-field.tsx';

export interface OutputDevice {
  readonly options: readonly SelectOption<string>[];
  /** The chosen output is not there: what is played is heard by the system’s choice. */
  readonly isMissing: boolean;
}

/** Has what is played come out of the chosen device for as long as it is there. */
export function useOutputDevice(output: AudioOutput | undefined, deviceId: string): OutputDevice {
  const { outputs, isKnown } = useAudioDevices();
  const [isRefused, setIsRefused] = useState(false);
  const isListed = deviceId === '' || outputs.some(({ id }) => id === deviceId);
  // Until the devices are known it is tried.
  const isThere = isListed || !isKnown;

  useEffect(() => {
    let isWanted = true;
    void output?.setDevice(isThere ? deviceId : '').then((isTaken) => {
      if (isWanted) setIsRefused(!isTaken);
    });
    return () => {
      isWanted = false;
    };
  }, [output, deviceId, isThere]);

  return {
    options: [
      { value: '', label: 'System’s choice' },
      ...outputs.map(({ id, label }) => ({ value: id, label })),
      ...(isListed ? [] : [{ value: deviceId, label: 'Chosen before' }]),
    ],
    isMissing: !isThere || (deviceId !== '' && isRefused),
  };
}
