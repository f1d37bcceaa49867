import { ask, NETWORK_FAILURE } from './call-results.ts';
import type { Random } from './random.ts';
import type { FunctionTable, Seat } from './seat.ts';

/** How long a store URL logs in: Steam says "a very short lifetime". */
export const STORE_URL_LIFETIME_MS = 60_000;

/** What fits into Steam's structure, with a NUL at its end. */
const LONGEST_URL = 511;

/** Nobody can have a name under `.invalid` (RFC 2606), so no browser gets anywhere with it. */
const STORE = 'https://store.simulated.invalid/login/transfer';

/**
 * The address that logs in to the store, by call result 165.
 *
 * It goes stale after a minute of simulated time; nobody can visit it, so only the snapshot shows that. Without a
 * connection the call fails. Steam's structure holds 511 bytes: with a long page to go to, the rest of it is cut off.
 */
export function createStore(seat: Seat) {
  const { network, client, account } = seat;

  return {
    requestStoreAuthURL: ({ redirect }) =>
      ask(seat, {
        name: 'requestStoreAuthURL',
        answeredBy: 'storeAuthUrlResponse',
        answer() {
          if (!account().loggedOn) return { failure: NETWORK_FAILURE };
          const url = storeUrl(network.random('store url'), redirect);
          const issuedAt = network.clock.now();
          const staleAt = issuedAt + STORE_URL_LIFETIME_MS;
          network.storeUrls.add({ steamId: client.steamId, url, issuedAt, staleAt });
          // Becoming stale is news to whoever looks at the simulation.
          network.clock.after(STORE_URL_LIFETIME_MS, network.touch);
          return { fields: { url } };
        },
      }),
  } satisfies FunctionTable;
}

function storeUrl(random: Random, redirect: string): string {
  const token = [random.uint32(), random.uint32()].map((part) => part.toString(16).padStart(8, '0')).join('');
  // Half a surrogate pair cannot be written in an address: what is no text is replaced, as in any UTF-8.
  const page = new TextDecoder().decode(new TextEncoder().encode(redirect));
  return `${STORE}?token=simulated-${token}&redirect=${encodeURIComponent(page)}`.slice(0, LONGEST_URL);
}
