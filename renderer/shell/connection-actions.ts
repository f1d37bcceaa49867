import { bench } from '../bench.ts';
import { showPart, ticketParts } from '../panels/tickets/chosen-part.ts';
import { refreshAccount } from '../stores/account.ts';
import { copyText } from '../stores/desktop.ts';
import { connectClient, disconnectClient, readSession } from '../stores/session.ts';
import { askBeforeLosing } from '../stores/leaving.ts';
import { openPanel } from '../stores/settings.ts';
import { issueSessionTicket } from '../stores/tickets.ts';
import { notify } from '../stores/toasts.ts';
import type { Outcome } from '../../app/outcome.ts';
import type { ClientKind } from '../../app/steam/steam-client.ts';
import type { Action } from './actions.ts';
import { shortcuts } from './shortcuts.ts';

const isConnected = (): boolean => readSession().state === 'connected';

/** An action from the palette has no place of its own to show a failure: it is told in passing. */
async function tell(what: string, command: Promise<Outcome<unknown>>): Promise<void> {
  const outcome = await command;
  if (!outcome.ok) notify('fault', what, outcome.error.message);
}

const connectTo = (client: ClientKind): void =>
  askBeforeLosing('connect', () => void tell('Not connected', connectClient(client, readSession().appId)));

export const actionsOfConnection: readonly Action[] = [
  {
    id: 'connect',
    title: 'Reconnect the client in use',
    group: 'Connection',
    shortcut: shortcuts.connect,
    keywords: 'again retry',
    isAvailable: () => readSession().state !== 'connecting',
    run: () => connectTo(readSession().client),
  },
  {
    id: 'connect-steam',
    title: 'Connect to Steam',
    group: 'Connection',
    keywords: 'native try again retry',
    isAvailable: () => readSession().state !== 'connecting',
    run: () => connectTo('steam'),
  },
  {
    id: 'connect-simulated',
    title: 'Connect to the simulator',
    group: 'Connection',
    keywords: 'simulated fake demo',
    isAvailable: () => readSession().state !== 'connecting',
    run: () => connectTo('simulated'),
  },
  {
    id: 'disconnect',
    title: 'Disconnect',
    group: 'Connection',
    shortcut: shortcuts.disconnect,
    isAvailable: isConnected,
    run: () => askBeforeLosing('disconnect', () => void tell('Not disconnected', disconnectClient())),
  },
  ...ticketParts.map(({ name, label }): Action => ({
    id: `tickets-${name}`,
    title: `Auth tickets: ${label}`,
    group: 'Go to',
    keywords: 'part ticket',
    run: () => {
      showPart(name);
      openPanel('tickets');
    },
  })),
  {
    id: 'open-player',
    title: 'New window as another player',
    group: 'Connection',
    keywords: 'simulated account second multiplayer handshake',
    isAvailable: () => isConnected() && readSession().client === 'simulated',
    run: () => void tell('No window was opened', bench().players.open({})),
  },
  {
    id: 'walk-through',
    title: 'Walk through the flow of a ticket',
    group: 'Account and tickets',
    keywords: 'tutorial authentication validate session',
    isAvailable: isConnected,
    run: () => {
      showPart('walkThrough');
      openPanel('tickets');
      void tell('The walk-through did not begin', bench().walkThrough.run());
    },
  },
  {
    id: 'copy-steam-id',
    title: 'Copy Steam id',
    group: 'Account and tickets',
    shortcut: shortcuts.copySteamId,
    isAvailable: () => readSession().steamId !== undefined,
    run: () => {
      const { steamId } = readSession();
      if (steamId !== undefined) void copyText(steamId, 'Steam id');
    },
  },
  {
    id: 'refresh-account',
    title: 'Read the account again',
    group: 'Account and tickets',
    shortcut: shortcuts.refreshAccount,
    keywords: 'refresh lamps badge level',
    isAvailable: isConnected,
    run: () => void tell('The account was not read', refreshAccount()),
  },
  {
    id: 'issue-ticket',
    title: 'Issue a session ticket for anyone',
    group: 'Account and tickets',
    shortcut: shortcuts.issueTicket,
    keywords: 'getAuthSessionTicket auth',
    isAvailable: isConnected,
    run: () => void tell('No ticket was issued', issueSessionTicket(undefined)),
  },
];
