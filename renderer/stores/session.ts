import { create } from 'zustand';
import type { Outcome } from '../../app/outcome.ts';
import type { SessionSnapshot } from '../../app/session/session.ts';
import type { ClientKind } from '../../app/steam/steam-client.ts';
import { bench } from '../bench.ts';

const initial: SessionSnapshot = {
  state: 'disconnected',
  client: 'steam',
  appId: 480,
  appIdSource: 'default',
};

const store = create<SessionSnapshot>()(() => initial);

/** Whom the bench talks to now. */
export function useSession(): SessionSnapshot {
  return store();
}

export function readSession(): SessionSnapshot {
  return store.getState();
}

export function subscribeToSession(listener: (now: SessionSnapshot) => void): () => void {
  return store.subscribe(listener);
}

/** Takes what main says. */
export function takeSession(session: SessionSnapshot): void {
  store.setState(session, true);
}

export function connectClient(client: ClientKind, appId: number): Promise<Outcome<SessionSnapshot>> {
  return bench().session.connect({ client, appId });
}

export function disconnectClient(): Promise<Outcome<SessionSnapshot>> {
  return bench().session.disconnect();
}

/** Whether what is on the window comes from the simulator. */
export function isSimulated(session: SessionSnapshot): boolean {
  return session.client === 'simulated' && session.state !== 'disconnected';
}
