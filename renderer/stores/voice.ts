import { create } from 'zustand';
import { noVoice, type VoiceState } from '../../app/voice/voice.ts';

const store = create<VoiceState>()(() => noVoice);

export function useVoice(): VoiceState {
  return store();
}

export function takeVoice(state: VoiceState): void {
  store.setState(state, true);
}
