import { create } from 'zustand';
import { noHandshake, type HandshakeState, type JoinRequest } from '../../app/handshake/handshake.ts';
import type { Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

const store = create<HandshakeState>()(() => noHandshake);

export function useHandshake(): HandshakeState {
  return store();
}

export function takeHandshake(state: HandshakeState): void {
  store.setState(state, true);
}

export function hostMeeting(port: number, isOpenToNetwork: boolean): Promise<Outcome<HandshakeState>> {
  return bench().handshake.host({ port, isOpenToNetwork });
}

export function joinMeeting(request: JoinRequest): Promise<Outcome<HandshakeState>> {
  return bench().handshake.join(request);
}

/** Leaves a meeting, or gives up one that has not begun. */
export function leaveMeeting(): Promise<Outcome<HandshakeState>> {
  return bench().handshake.leave();
}

/** Opens a window in which the next simulated account plays that no window plays yet. */
export async function openNextPlayer(): Promise<Outcome<{ readonly steamId: string }>> {
  const outcome = await bench().players.open({});
  if (!outcome.ok) notify('fault', outcome.error.message, outcome.error.remedy);
  return outcome;
}
