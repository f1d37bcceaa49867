import type { SimulationEvent } from './knobs.ts';
import type { Network } from './network.ts';

/** EResult of a connection that is lost. */
const NO_CONNECTION = 3;

/** Lets something happen to an account: its state changes, then each of its open clients hears of it. */
export function happen(network: Network, steamId: string, event: SimulationEvent): void {
  const loggedOn = loggedOnAfter(event);
  if (loggedOn !== undefined) network.accounts.change(steamId, { loggedOn });
  for (const client of network.clientsOf(steamId)) {
    switch (event.kind) {
      case 'serverConnected':
        client.post('steamServerConnected', {});
        break;
      case 'serverDisconnected':
        client.post('steamServerDisconnected', { result: event.result });
        break;
      case 'serverConnectFailed':
        client.post('steamServerConnectFailed', { result: event.result, retrying: event.retrying });
        break;
      case 'licensesUpdated':
        client.post('licensesUpdated', {});
        break;
      case 'ipcFailure':
        client.failPipe(event.type);
        break;
      case 'steamShutdown':
        client.post('steamShutdown', {});
        break;
    }
  }
}

/** What Steam says when the connection comes or goes by itself. */
export function connectionEvent(isLoggedOn: boolean): SimulationEvent {
  return isLoggedOn ? { kind: 'serverConnected' } : { kind: 'serverDisconnected', result: NO_CONNECTION };
}

/** Whether the account is logged on once that has happened; undefined where the event says nothing about it. */
function loggedOnAfter({ kind }: SimulationEvent): boolean | undefined {
  switch (kind) {
    case 'serverConnected':
      return true;
    case 'serverDisconnected':
    case 'serverConnectFailed':
      return false;
    default:
      return undefined;
  }
}
