import { createJournal, type Journal } from '../../app/journal/journal.ts';
import type { JournalEntry } from '../../app/journal/entry.ts';
import { createPairing } from '../../app/journal/pairing.ts';
import { createPump, type Arrival, type ArrivalListener, type Pump } from '../../app/pump.ts';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import type { UserCallbackName } from '../../app/steam/user-callbacks.ts';
import type {
  UserFunctionArgs,
  UserFunctionName,
  UserFunctionResult,
} from '../../app/steam/user-functions.ts';
import { valueOf, type World } from './world.ts';

/** A client with the bench's own pump and journal over it. */
export interface Rig {
  readonly client: SteamClient;
  readonly pump: Pump;
  readonly journal: Journal;
  readonly arrivals: readonly Arrival[];
  /** Calls, journals and pairs as the bench does. */
  call<Name extends UserFunctionName>(name: Name, args: UserFunctionArgs<Name>): UserFunctionResult<Name>;
  /** Ticks until a callback or call result of that name arrives, and takes it out. */
  arrival<Name extends UserCallbackName>(name: Name): Promise<Extract<Arrival, { name: Name }>>;
  /** Ticks until the journal has such an entry. */
  entry(matches: (entry: JournalEntry) => boolean): Promise<JournalEntry>;
}

/** More rounds than any story needs: a test that waits for what never comes ends. */
const LONGEST_WAIT_ROUNDS = 2000;

export function createRig(
  world: World,
  client: SteamClient,
  listeners: readonly ArrivalListener[] = [],
): Rig {
  const clock = { now: () => performance.timeOrigin + performance.now() };
  const journal = createJournal();
  const pairing = createPairing();
  const arrivals: Arrival[] = [];
  const note: ArrivalListener = (arrival) => arrivals.push(arrival);
  const pump = createPump({ client, clock, journal, pairing, listeners: [...listeners, note] });

  const tickUntil = async <Found>(what: string, find: () => Found | undefined): Promise<Found> => {
    for (let round = 0; round < LONGEST_WAIT_ROUNDS; round += 1) {
      pump.tick();
      const found = find();
      if (found !== undefined) return found;
      await world.pass();
    }
    throw new Error(
      `${what} did not come; the journal says ${JSON.stringify(journal.read().entries.slice(-10))}`,
    );
  };

  return {
    client,
    pump,
    journal,
    arrivals,
    call(name, args) {
      const value = valueOf(client.call(name, args));
      const { seq } = journal.append({ time: clock.now(), kind: 'call', name, args, value });
      pairing.called(seq, name, args, value, clock.now());
      return value;
    },
    arrival: (name) =>
      tickUntil(name, () => {
        const index = arrivals.findIndex((arrival) => arrival.name === name);
        // What was found has that name.
        return index === -1
          ? undefined
          : (arrivals.splice(index, 1)[0] as Extract<Arrival, { name: typeof name }>);
      }),
    entry: (matches) => tickUntil('The entry', () => journal.read().entries.find(matches)),
  };
}
