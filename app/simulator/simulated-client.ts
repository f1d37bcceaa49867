import { fail, succeed } from '../outcome.ts';
import { encodeCallback } from '../steam/callback-bytes.ts';
import { notConnected, type SteamClient, type SteamMessage } from '../steam/steam-client.ts';
import { userCallbacks, type Packing } from '../steam/user-callbacks.ts';
import type { SimulatedAccount } from './account-knobs.ts';
import { createAccountStatus } from './account-status.ts';
import { createAuthSessions, reviewSessions } from './auth-sessions.ts';
import type { TicketCipher } from './cipher.ts';
import { emptyAnswer } from './dead-pipe.ts';
import { createDurationControl } from './duration-control.ts';
import { createEncryptedTickets } from './encrypted-tickets.ts';
import { createGameServers } from './game-servers.ts';
import { createMarket } from './market.ts';
import type { Network, NetworkClient } from './network.ts';
import type { FunctionTable, Seat } from './seat.ts';
import { createSessionTickets } from './session-tickets.ts';
import { createStore } from './store.ts';
import { createVoice, voiceWithoutCodec, type VoiceDuty } from './voice/voice.ts';
import type { Voices } from './voice/voices.ts';
import { createWebApiTickets } from './web-api-tickets.ts';

export interface SimulatedClientParts {
  readonly network: Network;
  /** Who is logged in to this client. */
  readonly account: SimulatedAccount;
  readonly appId: number;
  readonly packing: Packing;
  /** Without one the functions of encrypted tickets answer `not-simulated`. */
  readonly cipher: TicketCipher | undefined;
  /** Without them the functions of voice answer `not-simulated`, but for the one that needs no codec. */
  readonly voices: Voices | undefined;
  /** Told whenever the client was drained or closed: the network may have changed meanwhile. */
  readonly onDrained: () => void;
}

/** What the simulator can do: one line a duty. */
function createFunctionTable(
  seat: Seat,
  cipher: TicketCipher | undefined,
  voice: VoiceDuty | undefined,
): FunctionTable {
  return {
    ...createAccountStatus(seat),
    ...createSessionTickets(seat),
    ...createWebApiTickets(seat),
    ...createAuthSessions(seat),
    ...(cipher && createEncryptedTickets(seat, cipher)),
    ...createMarket(seat),
    ...createStore(seat),
    ...createDurationControl(seat),
    ...createGameServers(seat),
    ...(voice?.table ?? voiceWithoutCodec),
  };
}

/** A client of one account on the network, with its own queue of messages and its own handles. */
export function createSimulatedClient(parts: SimulatedClientParts): SteamClient {
  const { network, account, appId, packing, onDrained } = parts;
  const { steamId } = account;
  let state: 'open' | 'pipeBroken' | 'closed' = 'open';
  let lastTicketHandle = 0;
  const queue: SteamMessage[] = [];

  const push = (message: SteamMessage): void => {
    if (state === 'open') queue.push(message);
  };

  /** Steam forgets what it did for a client that is gone; others hear of that. */
  const forget = (): void => {
    voice?.close();
    network.tickets.endAllOf(client.number);
    network.sessions.endAllOf(client.number);
    network.calls.dropAllOf(client.number);
    network.gameConnections.remove(({ clientNumber }) => clientNumber === client.number);
    reviewSessions(network);
  };

  const client: NetworkClient = {
    number: network.nextClientNumber(),
    steamId,
    appId,
    post(name, fields) {
      push({ kind: 'callback', id: userCallbacks[name].id, bytes: encodeCallback(name, fields, packing) });
    },
    answerCall(call, name, fields) {
      const bytes = encodeCallback(name, fields, packing);
      push({ kind: 'callResult', call, id: userCallbacks[name].id, bytes });
    },
    failCall(call, name, reason) {
      push({ kind: 'callFailure', call, id: userCallbacks[name].id, reason });
    },
    failPipe(type) {
      if (state !== 'open') return;
      queue.length = 0;
      client.post('ipcFailure', { type });
      if (type === 0) return;
      state = 'pipeBroken';
      forget();
      network.playTimes.update(steamId);
    },
    hasPipe: () => state === 'open',
  };

  network.clock.advance();
  const currentAccount = (): SimulatedAccount => network.accounts.find(steamId) ?? account;
  const seat: Seat = {
    network,
    client,
    appId,
    openedAt: network.clock.now(),
    account: currentAccount,
    nextTicketHandle: () => (lastTicketHandle += 1),
  };
  const voice = parts.voices && createVoice(seat, parts.voices);
  const table = createFunctionTable(seat, parts.cipher, voice);
  network.accounts.grantOnStart(steamId, appId);
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
      const messages = queue.splice(0, Math.max(0, limit));
      onDrained();
      return messages;
    },
    details() {
      if (state !== 'open') return {};
      const { personaName, country, language } = currentAccount();
      const appOwner = network.accounts.licenceHolder(steamId, appId) ?? steamId;
      return { personaName, country, language, appOwner };
    },
    close() {
      if (state === 'closed') return;
      network.clock.advance();
      state = 'closed';
      queue.length = 0;
      forget();
      network.leave(client);
      onDrained();
    },
  };
}
