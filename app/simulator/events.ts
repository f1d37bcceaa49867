import { announce, resumeSessions, reviewSessions } from './auth-sessions.ts';
import type { AccountEvent } from './event-knobs.ts';
import type { Network, NetworkClient } from './network.ts';
import { durationFields } from './play-times.ts';
import { results } from './result-codes.ts';

/**
 * Lets something happen to an account: its state changes, then each of its open clients hears of it, then whoever has a
 * session with it.
 */
export function happen(network: Network, steamId: string, event: AccountEvent): void {
  changeState(network, steamId, event);
  for (const client of network.clientsOf(steamId)) tell(network, client, event);
  if (event.kind === 'serverConnected') resumeSessions(network, steamId);
  reviewSessions(network);
}

/** What Steam says when the connection comes or goes by itself. */
export function connectionEvent(isLoggedOn: boolean): AccountEvent {
  return isLoggedOn
    ? { kind: 'serverConnected' }
    : { kind: 'serverDisconnected', result: results.noConnection };
}

function changeState(network: Network, steamId: string, event: AccountEvent): void {
  switch (event.kind) {
    case 'serverConnected':
      network.accounts.setElsewhere(steamId, false);
      network.accounts.change(steamId, { loggedOn: true });
      break;
    case 'serverDisconnected':
    case 'serverConnectFailed':
      network.accounts.change(steamId, { loggedOn: false });
      break;
    case 'loggedInElsewhere':
      network.accounts.setElsewhere(steamId, true);
      network.accounts.change(steamId, { loggedOn: false });
      break;
    case 'playTime':
      network.playTimes.set(steamId, {
        stretchMs: event.secondsLast5Hours * 1000,
        todayMs: event.secondsToday * 1000,
      });
      break;
    default:
      break;
  }
}

function tell(network: Network, client: NetworkClient, event: AccountEvent): void {
  switch (event.kind) {
    case 'serverConnected':
      return client.post('steamServerConnected', {});
    case 'serverDisconnected':
      return client.post('steamServerDisconnected', { result: event.result });
    case 'serverConnectFailed':
      return client.post('steamServerConnectFailed', { result: event.result, retrying: event.retrying });
    case 'loggedInElsewhere':
      return client.post('steamServerDisconnected', { result: results.loggedInElsewhere });
    case 'licensesUpdated':
      return client.post('licensesUpdated', {});
    case 'ipcFailure':
      return client.failPipe(event.type);
    case 'steamShutdown':
      return client.post('steamShutdown', {});
    case 'microtransaction': {
      const { appId, orderId, authorized } = event;
      return client.post('microtransactionAuthResponse', { appId, orderId, authorized });
    }
    case 'gameWebCallback':
      return client.post('gameWebCallback', { url: event.url });
    case 'clientGameServerDeny':
      return denyServer(network, client, event);
    case 'durationControl':
      return tellDuration(network, client, event);
    case 'validateVerdict':
      return giveVerdict(network, client, event);
    case 'playTime':
      return;
  }
}

function denyServer(
  network: Network,
  client: NetworkClient,
  { appId, ip, serverPort, secure, reason }: Extract<AccountEvent, { kind: 'clientGameServerDeny' }>,
): void {
  network.gameConnections.remove(
    (connection) =>
      connection.clientNumber === client.number &&
      connection.serverIp === ip &&
      connection.serverPort === serverPort,
  );
  client.post('clientGameServerDeny', { appId, ip, serverPort, secure, reason });
}

function tellDuration(
  network: Network,
  client: NetworkClient,
  event: Extract<AccountEvent, { kind: 'durationControl' }>,
): void {
  const account = network.accounts.find(client.steamId);
  const counted = durationFields(account, network.playTimes.read(client.steamId), client.appId);
  client.post('durationControl', {
    result: event.result ?? counted.result,
    appId: event.appId ?? counted.appId,
    // Steam sends it unasked only to those for whom the rules hold.
    applicable: event.applicable ?? true,
    progress: event.progress,
    notification: event.notification,
    secondsLast5Hours: event.secondsLast5Hours ?? counted.secondsLast5Hours,
    secondsToday: event.secondsToday ?? counted.secondsToday,
    secondsRemaining: event.secondsRemaining ?? counted.secondsRemaining,
  });
}

function giveVerdict(
  network: Network,
  client: NetworkClient,
  event: Extract<AccountEvent, { kind: 'validateVerdict' }>,
): void {
  const { steamId, response } = event;
  const ownerId = event.ownerId ?? network.accounts.licenceHolder(steamId, client.appId) ?? steamId;
  const session = network.sessions.between(client.number, steamId);
  if (session === undefined)
    client.post('validateAuthTicketResponse', { authId: steamId, response, ownerId });
  else announce(network, session, { response, ownerId });
}
