import type { SimulationSnapshot } from '../simulator/knobs.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { AuthSessionCard, TicketHolder } from './book.ts';
import type { KeptTicket } from './ticket-book.ts';

/** Somebody who holds a session on the ticket with that handle. */
export interface KnownHolder {
  readonly handle: number;
  readonly steamId: SteamIdText;
}

/** Who holds sessions on our tickets, from everybody who can tell. */
export interface TicketHolders {
  /** Replaces what the benches of a handshake said before. True where it differs. */
  noteHandshake(holders: readonly KnownHolder[]): boolean;
  /** Replaces what the simulator showed before. True where it differs. */
  noteSimulation(snapshot: SimulationSnapshot, ownId: SteamIdText): boolean;
  /** Handles come again with another client: whoever held one of the last client’s is forgotten. */
  forget(): void;
  /** `openSessions` are those of this bench; a handle means the ticket that `hasHandle`, others had it before. */
  of(
    ticket: Pick<KeptTicket, 'number' | 'handle' | 'state'>,
    known: {
      readonly hasHandle: boolean;
      readonly openSessions: readonly AuthSessionCard[];
      readonly ownId: SteamIdText;
    },
  ): readonly TicketHolder[];
}

export function createTicketHolders(): TicketHolders {
  let handshake: readonly KnownHolder[] = [];
  let simulation: readonly KnownHolder[] = [];

  const others = (handle: number, known: readonly KnownHolder[], knownBy: TicketHolder['knownBy']) =>
    known
      .filter((holder) => holder.handle === handle)
      .map(({ steamId }): TicketHolder => ({ steamId, knownBy }));

  return {
    noteHandshake(holders) {
      const before = handshake;
      handshake = holders.map(({ handle, steamId }) => ({ handle, steamId }));
      return !isSame(before, handshake);
    },
    noteSimulation({ world }, ownId) {
      const before = simulation;
      simulation = (world?.sessions ?? []).flatMap(({ steamId, verifierId, ticketHandle }) =>
        steamId === ownId && verifierId !== ownId && ticketHandle !== undefined
          ? [{ handle: ticketHandle, steamId: verifierId }]
          : [],
      );
      return !isSame(before, simulation);
    },
    forget() {
      handshake = [];
      simulation = [];
    },
    of({ number, handle, state }, { hasHandle, openSessions, ownId }) {
      const own = openSessions
        .filter(({ ticketNumber }) => ticketNumber === number)
        .map((): TicketHolder => ({ steamId: ownId, knownBy: 'own session' }));
      if (!hasHandle || state === 'lost') return own;
      const told = [...own, ...others(handle, handshake, 'handshake')];
      // A bench of the handshake may be simulated as well: whoever said so themselves is not told of twice.
      const shown = others(handle, simulation, 'simulator').filter(
        ({ steamId }) => !told.some((holder) => holder.steamId === steamId),
      );
      return [...told, ...shown];
    },
  };
}

function isSame(one: readonly KnownHolder[], other: readonly KnownHolder[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ handle, steamId }, index) => {
      const counterpart = other[index];
      return counterpart?.handle === handle && counterpart.steamId === steamId;
    })
  );
}
