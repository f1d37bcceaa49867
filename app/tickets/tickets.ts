import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { SimulationSnapshot } from '../simulator/knobs.ts';
import { toHex } from '../steam/hex.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import { createTicketKeeper, isLive } from './ticket-book.ts';
import type { TicketSource } from './ticket-source.ts';

const notBuilt = fail('internal', 'Not built yet.');

/** The bytes of a ticket that a page named, and its number where it is one of the book. */
export interface FoundTicket {
  readonly bytes: Uint8Array;
  readonly number: number | undefined;
  readonly isSimulated: boolean;
}

/** Finds the bytes that are meant: `unknown-ticket`, `ticket-empty`, `not-text`. */
export type FindTicket = (source: TicketSource) => Outcome<FoundTicket>;

/** Who holds sessions on the tickets with these handles, as others say; replaces what they said before. */
export type NoteHolders = (
  holders: readonly { readonly handle: number; readonly steamId: SteamIdText }[],
) => void;

export interface Tickets extends Follower {
  readonly handlers: Handlers<BenchContract>['tickets'];
  readonly sessionHandlers: Handlers<BenchContract>['sessions'];
  readonly find: FindTicket;
  readonly noteHolders: NoteHolders;
  simulationChanged(snapshot: SimulationSnapshot): void;
  live(): { readonly liveTickets: number; readonly openSessions: number };
}

export function createTickets({ caller, session, ports, publish }: BenchContext): Tickets {
  const keeper = createTicketKeeper((book) => publish('tickets', 'changed', book));

  return {
    called: keeper.called,
    arrived: keeper.arrived,
    closing() {
      for (const { handle } of keeper.live()) caller.call('cancelAuthTicket', { authTicket: handle });
    },
    disconnected: () => keeper.lose(),
    tick: (now) => keeper.expire(now),
    find: () => notBuilt,
    noteHolders: () => undefined,
    simulationChanged: () => undefined,
    live: () => ({ liveTickets: keeper.live().length, openSessions: 0 }),
    sessionHandlers: { begin: () => notBuilt, end: () => notBuilt, checkLicence: () => notBuilt },
    handlers: {
      get: () => succeed(keeper.book()),
      issueSession({ remote }) {
        const issued = caller.call('getAuthSessionTicket', remote === undefined ? {} : { remote });
        if (!issued.ok) return issued;
        const card = keeper.byHandle(issued.value.id);
        return card === undefined
          ? fail(
              'call-failed',
              'Steam gave no ticket (handle 0).',
              session().failure?.remedy ?? 'See that the client is logged on to Steam.',
            )
          : succeed(card);
      },
      issueWebApi: () => notBuilt,
      cancel({ number }) {
        const card = keeper.card(number);
        if (card === undefined) return fail('unknown-ticket');
        // Its handle may belong to another ticket of another client by now.
        if (!isLive(card)) return succeed(card);
        const cancelled = caller.call('cancelAuthTicket', { authTicket: card.handle });
        return cancelled.ok ? succeed(keeper.card(number) ?? card) : cancelled;
      },
      reveal({ number }) {
        const bytes = keeper.bytes(number);
        return bytes === undefined ? fail('unknown-ticket') : succeed({ hex: toHex(bytes) });
      },
      async copy({ number, encoding }) {
        const bytes = keeper.bytes(number);
        if (bytes === undefined) return fail('unknown-ticket');
        await ports.desktop.copyBytes(bytes, encoding);
        return succeed(null);
      },
      save: () => notBuilt,
      decode: () => notBuilt,
      decodeFile: () => notBuilt,
    },
  };
}
