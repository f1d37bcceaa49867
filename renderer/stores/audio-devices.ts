import { useEffect } from 'react';
import { create } from 'zustand';

/** A microphone or an output that can be chosen. */
export interface AudioDevice {
  /** As in the settings; another one after the user data were deleted. */
  readonly id: string;
  readonly label: string;
}

export interface AudioDevices {
  /** Told by Chromium only while the microphone may be used; what was told last stays until that is so again. */
  readonly inputs: readonly AudioDevice[];
  readonly outputs: readonly AudioDevice[];
  /** The devices were looked at. */
  readonly isKnown: boolean;
}

const store = create<AudioDevices>()(() => ({ inputs: [], outputs: [], isKnown: false }));

/** What can be chosen beside the system’s own choice. */
export function useAudioDevices(): AudioDevices {
  useEffect(followAudioDevices, []);
  return store();
}

/** Looks at the devices again, where what the page may know of them has changed. */
export async function refreshAudioDevices(): Promise<void> {
  if (!('mediaDevices' in navigator)) return;
  const devices = await navigator.mediaDevices.enumerateDevices();
  const before = store.getState();
  store.setState({
    inputs: devicesOf(devices, 'audioinput', 'Microphone') ?? before.inputs,
    outputs: devicesOf(devices, 'audiooutput', 'Output') ?? [],
    isKnown: true,
  });
}

function followAudioDevices(): (() => void) | undefined {
  if (!('mediaDevices' in navigator)) return undefined;
  const refresh = (): void => void refreshAudioDevices();
  navigator.mediaDevices.addEventListener('devicechange', refresh);
  refresh();
  return () => navigator.mediaDevices.removeEventListener('devicechange', refresh);
}

/** Undefined where there are some and the page may not know them: then there is one, without an id. */
function devicesOf(
  devices: readonly MediaDeviceInfo[],
  kind: MediaDeviceKind,
  name: string,
): readonly AudioDevice[] | undefined {
  const ofKind = devices.filter((device) => device.kind === kind);
  if (ofKind.length > 0 && ofKind.every(({ deviceId }) => deviceId === '')) return undefined;
  return (
    ofKind
      // The default is the system’s choice by another name.
      .filter(({ deviceId }) => deviceId !== '' && deviceId !== 'default')
      .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `${name} ${index + 1}` }))
  );
}
