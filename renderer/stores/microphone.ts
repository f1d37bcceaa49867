import { create } from 'zustand';
import type { Failure } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { microphoneFailure, microphoneGone } from '../voice/microphone-failure.ts';
import { openMicrophone, type MicrophoneInput } from '../voice/microphone-input.ts';
import type { MicrophoneBlock } from '../voice/microphone-messages.ts';
import { refreshAudioDevices } from './audio-devices.ts';
import { subscribeToSession } from './session.ts';
import { changeSettings, readSettingsNow } from './settings.ts';
import { sourceOfMicrophone, subscribeToSimulation } from './simulation.ts';

/** This machine’s microphone, as it feeds the simulated one. */
export interface MicrophoneState {
  readonly state: 'off' | 'opening' | 'on';
  /** What the system calls it, while it is on. */
  readonly label: string | undefined;
  /** Why it could not be opened, or ended. */
  readonly failure: Failure | undefined;
}

const off: MicrophoneState = { state: 'off', label: undefined, failure: undefined };
const store = create<MicrophoneState>()(() => off);

/** The use that is under way, from asking on; whatever belongs to an earlier one is over. */
let use: { input?: MicrophoneInput } | undefined;

export function useMicrophone(): MicrophoneState {
  return store();
}

/** Asks for the microphone that the settings name, and sends what it hears to the simulator until it is stopped. */
export async function startMicrophone(): Promise<void> {
  if (use !== undefined) return;
  const own: { input?: MicrophoneInput } = {};
  use = own;
  store.setState({ ...off, state: 'opening' });
  const allowed = await bench().voice.useMicrophone({ isUsed: true });
  if (use !== own) return;
  if (!allowed.ok) return end(allowed.error);
  try {
    const input = await openMicrophone(readSettingsNow().voice.microphoneDevice, {
      heard: (block) => use === own && void push(block),
      ended: () => use === own && end(microphoneGone),
    });
    if (use !== own) return input.close();
    own.input = input;
    store.setState({ state: 'on', label: input.label });
    await refreshAudioDevices();
  } catch (error) {
    const failure = microphoneFailure(error);
    if (use === own) end(failure);
    if (failure === undefined) throw error;
  }
}

export function stopMicrophone(): void {
  end();
}

/** Remembers the microphone, and goes on with it where one is open. */
export function chooseMicrophone(microphoneDevice: string): void {
  const isUsed = use !== undefined;
  end();
  void changeSettings({ voice: { ...readSettingsNow().voice, microphoneDevice } });
  if (isUsed) void startMicrophone();
}

async function push(block: MicrophoneBlock): Promise<void> {
  const of = use;
  const pushed = await bench().voice.pushMicrophone(block);
  if (pushed.ok || use !== of) return;
  // Where the simulated client is gone nothing is wrong.
  end(pushed.error.code === 'simulated-only' ? undefined : pushed.error);
}

function end(failure?: Failure): void {
  store.setState({ ...off, failure });
  if (use === undefined) return;
  use.input?.close();
  use = undefined;
  void bench().voice.useMicrophone({ isUsed: false });
}

subscribeToSession(({ state, client }) => {
  if (use !== undefined && (state !== 'connected' || client !== 'simulated')) end();
});

subscribeToSimulation((now, before) => {
  // Nothing stays open that nobody listens to any more.
  if (sourceOfMicrophone(before) === 'outside' && sourceOfMicrophone(now) !== 'outside') end();
});
