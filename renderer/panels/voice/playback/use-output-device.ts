import { useEffect, useState } from 'react';
import { useAudioDevices } from '../../../stores/audio-devices.ts';
import { tellOutputRate } from '../../../stores/talk.ts';
import type { AudioOutput } from '../../../voice/audio-output.ts';
import type { SelectOption } from '../../../ui/select-field.tsx';

export interface OutputDevice {
  readonly options: readonly SelectOption<string>[];
  /** The chosen output is not there: what is played is heard by the system’s choice. */
  readonly isMissing: boolean;
  /** Hz of the device that is heard; undefined without an output. */
  readonly rate: number | undefined;
}

/** Has what is played come out of the chosen device for as long as it is there. */
export function useOutputDevice(output: AudioOutput | undefined, deviceId: string): OutputDevice {
  const { outputs, isKnown } = useAudioDevices();
  const [isRefused, setIsRefused] = useState(false);
  const [rate, setRate] = useState(output?.deviceRate());
  const isListed = deviceId === '' || outputs.some(({ id }) => id === deviceId);
  // Until the devices are known it is tried.
  const isThere = isListed || !isKnown;

  useEffect(() => {
    let isWanted = true;
    void output?.setDevice(isThere ? deviceId : '').then((isTaken) => {
      if (!isWanted) return;
      setIsRefused(!isTaken);
      setRate(output.deviceRate());
    });
    return () => {
      isWanted = false;
    };
  }, [output, deviceId, isThere]);

  // What Steam decodes to where the settings say so is what the option says.
  useEffect(() => {
    if (rate !== undefined) tellOutputRate(rate);
  }, [rate]);

  return {
    rate,
    options: [
      { value: '', label: 'System’s choice' },
      ...outputs.map(({ id, label }) => ({ value: id, label })),
      ...(isListed ? [] : [{ value: deviceId, label: 'Chosen before' }]),
    ],
    isMissing: !isThere || (deviceId !== '' && isRefused),
  };
}
