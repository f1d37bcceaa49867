import { create } from 'zustand';
import { noVoice, type VoiceState } from '../../app/voice/voice.ts';

const store = create<VoiceState>()(() => noVoice);

export function useVoice(): VoiceState {
  return store();
}

export function readVoice(): VoiceState {
  return store.getState();
}

export function takeVoice(state: VoiceState): void {
  store.setState(state, true);
}

export function subscribeToVoice(listener: (now: VoiceState, before: VoiceState) => void): () => void {
  return store.subscribe(listener);
}
