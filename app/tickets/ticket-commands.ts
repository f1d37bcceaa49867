import type { BenchContext } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { toHex } from '../steam/hex.ts';
import type { TicketCard } from './book.ts';
import type { BookKeeper } from './book-keeper.ts';
import { bytesOfFile, waitsForBytes, type FindTicket } from './find-ticket.ts';
import { readTicket } from './reading/read-ticket.ts';
import { isLive } from './ticket-book.ts';
import { LARGEST_TICKET_BYTES } from './ticket-source.ts';

/** What a page can do with tickets. */
export function createTicketCommands(
  { caller, session, ports }: BenchContext,
  keeper: BookKeeper,
  find: FindTicket,
): Handlers<BenchContract>['tickets'] {
  const issued = (handle: number): Outcome<TicketCard> => {
    const card = handle === 0 ? undefined : keeper.byHandle(handle);
    if (card !== undefined) return succeed(card);
    const remedy = session().failure?.remedy ?? 'See that the client is logged on to Steam.';
    return fail('call-failed', 'Steam gave no ticket (handle 0).', remedy);
  };

  const bytesOf = (number: number): Outcome<Uint8Array> => {
    const bytes = keeper.tickets.bytes(number);
    if (bytes === undefined) return fail('unknown-ticket');
    return bytes.length === 0 ? waitsForBytes : succeed(bytes);
  };

  return {
    get: () => succeed(keeper.book()),
    issueSession({ remote }) {
      const called = caller.call('getAuthSessionTicket', remote === undefined ? {} : { remote });
      return called.ok ? issued(called.value.id) : called;
    },
    issueWebApi({ serviceIdentity }) {
      const args = serviceIdentity === undefined ? {} : { serviceIdentity };
      const called = caller.call('getAuthTicketForWebApi', args);
      return called.ok ? issued(called.value) : called;
    },
    cancel({ number }) {
      const card = keeper.card(number);
      if (card === undefined) return fail('unknown-ticket');
      // Its handle may belong to another ticket of another client by now.
      if (!isLive(card)) return succeed(card);
      const cancelled = caller.call('cancelAuthTicket', { authTicket: card.handle });
      return cancelled.ok ? succeed(keeper.card(number) ?? card) : cancelled;
    },
    reveal({ number }) {
      const bytes = bytesOf(number);
      return bytes.ok ? succeed({ hex: toHex(bytes.value) }) : bytes;
    },
    async copy({ number, encoding }) {
      const bytes = bytesOf(number);
      if (!bytes.ok) return bytes;
      await ports.desktop.copyBytes(bytes.value, encoding);
      return succeed(null);
    },
    async save({ number, encoding }) {
      const bytes = bytesOf(number);
      if (!bytes.ok) return bytes;
      const kind = keeper.card(number)?.kind === 'webApi' ? 'web-api-ticket' : 'session-ticket';
      return ports.desktop.saveBytes({
        title: `Save ticket ${number}`,
        suggestedName: `${kind}-${number}`,
        bytes: bytes.value,
        encoding,
      });
    },
    decode(source) {
      const ticket = find(source);
      return ticket.ok ? readTicket(ticket.value.bytes, ports.ticketLibrary) : ticket;
    },
    async decodeFile() {
      const chosen = await ports.desktop.readFile({
        title: 'Decode a ticket',
        largestBytes: LARGEST_TICKET_BYTES,
      });
      if (!chosen.ok) return chosen;
      if (chosen.value === null) return succeed(null);
      const { name, bytes } = chosen.value;
      const reading = readTicket(bytesOfFile(bytes), ports.ticketLibrary);
      return reading.ok ? succeed({ name, reading: reading.value }) : reading;
    },
  };
}
