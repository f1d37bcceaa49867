import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import { ENCRYPTED_TICKET_KEY } from '../simulator/encrypted-ticket-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { FindTicket } from '../tickets/tickets.ts';
import { createDecrypt } from './decrypt.ts';
import type { Decryption, EncryptedTicketState } from './encrypted-ticket.ts';
import { createKeyHolder } from './held-key.ts';
import { keyFromFile, keyFromText } from './read-key.ts';
import { createRequests } from './requests.ts';

/** Far above any file that holds a key. */
const LARGEST_KEY_FILE_BYTES = 4096;

const noTicket = fail(
  'no-ticket',
  'Steam holds no encrypted ticket to fetch.',
  'Request one first, and fetch it once Steam has granted it.',
);
const nothingFetched = fail('no-ticket', 'No encrypted ticket was fetched.', 'Fetch one first.');
const notTaken = fail(
  'call-failed',
  'Steam did not take the request: it gave the call handle 0.',
  'See that the client is logged on to Steam.',
);

/** The ticket that was fetched last: a credential, it stays here. */
interface FetchedTicket {
  readonly bytes: Uint8Array;
  readonly fetchedAt: number;
  readonly isSimulated: boolean;
}

/** Encrypted app tickets: every request whoever makes it, the ticket that was fetched, the key, what it opens. */
export interface EncryptedTickets extends Follower {
  readonly handlers: Handlers<BenchContract>['encryptedTicket'];
}

export function createEncryptedTickets(context: BenchContext, find: FindTicket): EncryptedTickets {
  const { caller, clock, ports, publish } = context;
  const requests = createRequests();
  const key = createKeyHolder();
  const decrypt = createDecrypt(ports.ticketLibrary, key);
  let ticket: FetchedTicket | undefined;
  let decryption: Decryption | undefined;
  let limitOf = '';

  const state = (): EncryptedTicketState => {
    const about = key.about();
    return {
      requests: requests.list(),
      nextAllowedAt: requests.nextAllowedAt(),
      ...(ticket !== undefined && {
        ticket: {
          fetchedAt: ticket.fetchedAt,
          sizeBytes: ticket.bytes.length,
          isSimulated: ticket.isSimulated,
        },
      }),
      ...(about !== undefined && { key: about }),
      ...(decryption !== undefined && { decryption }),
    };
  };

  const tell = (hasChanged: boolean): void => {
    if (hasChanged) publish('encryptedTicket', 'changed', state());
  };

  const answer = () => {
    tell(true);
    return succeed(state());
  };

  const note = (bytes: Uint8Array, fetchedAt: number, isSimulated: boolean): boolean => {
    if (bytes.length === 0) return false;
    const isOther = ticket === undefined || toHex(ticket.bytes) !== toHex(bytes);
    // What came out of another ticket would be taken for this one's.
    if (isOther && decryption?.source === 'fetched') decryption = undefined;
    ticket = { bytes: bytes.slice(), fetchedAt, isSimulated };
    return true;
  };

  return {
    called(call) {
      if (call.name === 'requestEncryptedAppTicket') tell(requests.called(call));
      else if (call.name === 'getEncryptedAppTicket') {
        const { buffer } = call.value as { readonly buffer: Uint8Array };
        tell(note(buffer, call.at, call.isSimulated));
      }
    },
    arrived: (arrival) => tell(requests.arrived(arrival)),
    callFailed: (failure) => tell(requests.callFailed(failure)),
    tick: (now) => tell(requests.expire(now)),
    connected({ kind, appId }) {
      // Steam counts by account and app, also over a new connect.
      if (limitOf !== `${kind}/${appId}`) requests.forgetLimit();
      limitOf = `${kind}/${appId}`;
      tell(true);
    },
    disconnected: () => tell(requests.lose()),
    handlers: {
      get: () => succeed(state()),
      request({ userData }) {
        const called = caller.call('requestEncryptedAppTicket', { userData });
        if (!called.ok) return called;
        return called.value === '0' ? notTaken : succeed(state());
      },
      fetch() {
        const called = caller.call('getEncryptedAppTicket', {});
        if (!called.ok) return called;
        return called.value.buffer.length === 0 ? noTicket : succeed(state());
      },
      reveal: () => (ticket === undefined ? nothingFetched : succeed({ hex: toHex(ticket.bytes) })),
      async copy({ encoding }) {
        if (ticket === undefined) return nothingFetched;
        await ports.desktop.copyBytes(ticket.bytes, encoding);
        return succeed(null);
      },
      async save({ encoding }) {
        if (ticket === undefined) return nothingFetched;
        return ports.desktop.saveBytes({
          title: 'Save the encrypted ticket',
          suggestedName: `encrypted-app-ticket-${context.session().appId}`,
          bytes: ticket.bytes,
          encoding,
        });
      },
      setKey({ key: text }) {
        const read = keyFromText(text);
        if (!read.ok) return read;
        key.hold(read.value, { source: 'typed' });
        return answer();
      },
      async readKeyFile() {
        const chosen = await ports.desktop.readFile({
          title: 'Choose a file with the key',
          largestBytes: LARGEST_KEY_FILE_BYTES,
        });
        if (!chosen.ok) return chosen;
        if (chosen.value === null) return succeed(null);
        const read = keyFromFile(chosen.value.bytes);
        if (!read.ok) return read;
        key.hold(read.value, { source: 'file', name: chosen.value.name });
        return answer();
      },
      useSimulatorKey() {
        key.hold(ENCRYPTED_TICKET_KEY, { source: 'simulator' });
        return answer();
      },
      forgetKey() {
        key.forget();
        return answer();
      },
      decrypt({ ticket: given }) {
        if (given === undefined && ticket === undefined) return nothingFetched;
        const found = given === undefined ? succeed(ticket) : find(given);
        if (!found.ok) return found;
        if (found.value === undefined) return nothingFetched;
        const source = given === undefined ? 'fetched' : 'given';
        const opened = decrypt(found.value, source, clock.now());
        // What was shown before would be taken for the answer.
        decryption = opened.ok ? opened.value : undefined;
        tell(true);
        return opened.ok ? succeed(state()) : opened;
      },
    },
  };
}
