import { create } from 'zustand';
import { noGameServers, type GameServerState } from '../../app/game-servers/game-servers.ts';

const store = create<GameServerState>()(() => noGameServers);

export function useGameServers(): GameServerState {
  return store();
}

export function takeGameServers(state: GameServerState): void {
  store.setState(state, true);
}
