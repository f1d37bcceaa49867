import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { SimulationSnapshot } from '../simulator/knobs.ts';
import { createBookKeeper } from './book-keeper.ts';
import { createFindTicket, type FindTicket } from './find-ticket.ts';
import { createSessionCommands } from './session-commands.ts';
import { createTicketCommands } from './ticket-commands.ts';
import type { KnownHolder } from './ticket-holders.ts';

export type { FindTicket, FoundTicket } from './find-ticket.ts';

/** Who holds sessions on the tickets with these handles, as others say; replaces what they said before. */
export type NoteHolders = (holders: readonly KnownHolder[]) => void;

export interface Tickets extends Follower {
  readonly handlers: Handlers<BenchContract>['tickets'];
  readonly sessionHandlers: Handlers<BenchContract>['sessions'];
  readonly find: FindTicket;
  readonly noteHolders: NoteHolders;
  simulationChanged(snapshot: SimulationSnapshot): void;
  live(): { readonly liveTickets: number; readonly openSessions: number };
}

export function createTickets(context: BenchContext): Tickets {
  const { caller, client, session, publish } = context;
  const keeper = createBookKeeper({
    ownId: () => session().steamId,
    onChanged: (book) => publish('tickets', 'changed', book),
  });
  const find = createFindTicket(keeper);

  return {
    called: (call) => keeper.called(call),
    arrived: (arrival) => keeper.arrived(arrival),
    connected: () => keeper.connected(),
    closing: () =>
      keeper.inOneGo(() => {
        const players = new Set(keeper.sessions.open().map(({ steamId }) => steamId));
        for (const steamId of players) caller.call('endAuthSession', { steamId });
        for (const { handle } of keeper.tickets.live())
          caller.call('cancelAuthTicket', { authTicket: handle });
      }),
    disconnected: (at) => keeper.lose(at),
    tick: (now) => keeper.expire(now),
    find,
    noteHolders: (holders) => keeper.noteHandshake(holders),
    simulationChanged(snapshot) {
      if (client()?.kind === 'simulated') keeper.noteSimulation(snapshot);
    },
    live: () => ({
      liveTickets: keeper.tickets.live().length,
      openSessions: keeper.sessions.open().length,
    }),
    handlers: createTicketCommands(context, keeper, find),
    sessionHandlers: createSessionCommands(context, keeper, find),
  };
}
