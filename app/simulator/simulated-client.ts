import { fail, succeed } from '../outcome.ts';
import { encodeCallback } from '../steam/callback-bytes.ts';
import { notConnected, type SteamClient, type SteamMessage } from '../steam/steam-client.ts';
import { userCallbacks, type Packing } from '../steam/user-callbacks.ts';
import { createAccountStatus } from './account-status.ts';
import { emptyAnswer } from './dead-pipe.ts';
import type { SimulatedAccount } from './knobs.ts';
import type { Network, NetworkClient } from './network.ts';
import type { FunctionTable, Seat } from './seat.ts';
import { createSessionTickets } from './session-tickets.ts';

export interface SimulatedClientParts {
  readonly network: Network;
  /** Who is logged in to this client. */
  readonly account: SimulatedAccount;
  readonly appId: number;
  readonly packing: Packing;
}

/** What the simulator can do: one line a duty. */
function createFunctionTable(seat: Seat): FunctionTable {
  return { ...createAccountStatus(seat), ...createSessionTickets(seat) };
}

/** A client of one account on the network, with its own queue of messages and its own handles. */
export function createSimulatedClient({
  network,
  account,
  appId,
  packing,
}: SimulatedClientParts): SteamClient {
  const { steamId } = account;
  let state: 'open' | 'pipeBroken' | 'closed' = 'open';
  const queue: SteamMessage[] = [];

  const client: NetworkClient = {
    number: network.nextClientNumber(),
    steamId,
    post(name, fields) {
      if (state !== 'open') return;
      const bytes = encodeCallback(name, fields, packing);
      queue.push({ kind: 'callback', id: userCallbacks[name].id, bytes });
    },
    failPipe(type) {
      if (state !== 'open') return;
      queue.length = 0;
      client.post('ipcFailure', { type });
      if (type === 0) return;
      state = 'pipeBroken';
      network.tickets.endAllOf(client.number);
    },
    hasPipe: () => state === 'open',
  };

  network.clock.advance();
  const currentAccount = (): SimulatedAccount => network.accounts.find(steamId) ?? account;
  const table = createFunctionTable({
    network,
    client,
    appId,
    openedAt: network.clock.now(),
    account: currentAccount,
  });
  network.join(client);

  return {
    kind: 'simulated',
    appId,
    packing,
    call(name, args) {
      if (state === 'closed') return notConnected;
      const implementation = table[name];
      if (implementation === undefined)
        return fail('not-simulated', `The simulator cannot answer ${name} yet.`);
      // What a function that is not simulated would say over a dead pipe is not known either: hence after the line above.
      if (state === 'pipeBroken') return succeed(emptyAnswer(name));
      network.clock.advance();
      return succeed(implementation(args));
    },
    drain(limit) {
      if (state === 'closed') return [];
      network.clock.advance();
      return queue.splice(0, Math.max(0, limit));
    },
    details() {
      if (state !== 'open') return {};
      const { personaName, country, language } = currentAccount();
      return { personaName, country, language, appOwner: steamId };
    },
    close() {
      if (state === 'closed') return;
      state = 'closed';
      queue.length = 0;
      network.tickets.endAllOf(client.number);
      network.leave(client);
    },
  };
}
