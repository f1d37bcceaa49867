import { create } from 'zustand';
import { noGameServers, type GameServerState } from '../../app/game-servers/game-servers.ts';
import { nowhere } from '../../app/game-servers/nowhere.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { UserFunctionArgs, UserFunctionName } from '../../app/steam/user-functions.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

const store = create<GameServerState>()(() => noGameServers);

export function useGameServers(): GameServerState {
  return store();
}

export function takeGameServers(state: GameServerState): void {
  store.setState(state, true);
}

/** Tells friends where one plays. */
export function advertiseGame(server: UserFunctionArgs<'advertiseGame'>): Promise<Outcome<unknown>> {
  return call('advertiseGame', server);
}

/** Tells friends that one plays on no server any more. */
export function takeBackAdvertisement(): Promise<Outcome<unknown>> {
  return call('advertiseGame', nowhere);
}

/** Asks for a blob that a game server checks by the old way. */
export function initiateConnection(
  server: UserFunctionArgs<'initiateGameConnection'>,
): Promise<Outcome<unknown>> {
  return call('initiateGameConnection', server);
}

/** Main puts the blob of an open connection on the clipboard; the page does not see its bytes. */
export async function copyBlob(number: number, encoding: 'hex' | 'base64'): Promise<Outcome<null>> {
  const outcome = await bench().gameServers.copyBlob({ number, encoding });
  if (outcome.ok) notify('good', `Blob of connection ${number} copied as ${encoding}`);
  else notify('fault', 'The blob was not copied', outcome.error.message);
  return outcome;
}

export function terminateConnection(
  place: UserFunctionArgs<'terminateGameConnection'>,
): Promise<Outcome<unknown>> {
  return call('terminateGameConnection', place);
}

function call<Name extends UserFunctionName>(
  name: Name,
  args: UserFunctionArgs<Name>,
): Promise<Outcome<unknown>> {
  return bench().steam.call({ name, args });
}
