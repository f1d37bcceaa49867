import { createSimulation, type Simulation } from '../../app/simulator/simulated-steam.ts';
import type { SimulationEvent } from '../../app/simulator/knobs.ts';
import type { UserCallbackFields, UserCallbackName } from '../../app/steam/user-callbacks.ts';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { declareClientContract } from './client-contract.ts';
import { valueOf, type World } from './world.ts';

/** The events by which the simulator is made to send a callback. */
const events: {
  readonly [Name in UserCallbackName]?: (fields: UserCallbackFields<Name>) => SimulationEvent;
} = {
  steamServerConnected: () => ({ kind: 'serverConnected' }),
  steamServerDisconnected: ({ result }) => ({ kind: 'serverDisconnected', result }),
  steamServerConnectFailed: ({ result, retrying }) => ({ kind: 'serverConnectFailed', result, retrying }),
  licensesUpdated: () => ({ kind: 'licensesUpdated' }),
  ipcFailure: ({ type }) => ({ kind: 'ipcFailure', type: type === 0 ? 0 : 1 }),
  steamShutdown: () => ({ kind: 'steamShutdown' }),
  clientGameServerDeny: (fields) => ({ kind: 'clientGameServerDeny', ...fields }),
  validateAuthTicketResponse: ({ authId, ...verdict }) => ({
    kind: 'validateVerdict',
    steamId: authId,
    ...verdict,
  }),
  microtransactionAuthResponse: (fields) => ({ kind: 'microtransaction', ...fields }),
  gameWebCallback: ({ url }) => ({ kind: 'gameWebCallback', url }),
  durationControl: (fields) => ({ kind: 'durationControl', ...fields }),
};

function createSimulatedWorld(): World {
  let now = Date.UTC(2030, 0, 15, 12);
  const begin = (): Simulation =>
    createSimulation({ seed: 1, clock: { now: () => now }, packing: 4, cipher: ticketCipher });
  let simulation = begin();
  return {
    packing: 4,
    open: (appId) => Promise.resolve(simulation.open(appId)),
    canPost: Object.keys(events) as UserCallbackName[],
    post(name, fields) {
      const toEvent = events[name];
      if (toEvent === undefined) throw new Error(`The simulator has no event for ${name}.`);
      valueOf(simulation.raise(toEvent(fields)));
      return Promise.resolve();
    },
    breakPipe() {
      valueOf(simulation.raise({ kind: 'ipcFailure', type: 1 }));
      return Promise.resolve();
    },
    pass() {
      now += 50;
      return Promise.resolve();
    },
    reset() {
      simulation = begin();
      return Promise.resolve();
    },
    end: () => undefined,
  };
}

declareClientContract('the simulated client', () => Promise.resolve(createSimulatedWorld()));
