import { create } from 'zustand';
import { noHandshake, type HandshakeState } from '../../app/handshake/handshake.ts';

const store = create<HandshakeState>()(() => noHandshake);

export function useHandshake(): HandshakeState {
  return store();
}

export function takeHandshake(state: HandshakeState): void {
  store.setState(state, true);
}
