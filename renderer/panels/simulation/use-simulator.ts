import { useEffect, useState } from 'react';
import type { Failure, Outcome } from '../../../app/outcome.ts';
import type { SessionSnapshot } from '../../../app/session/session.ts';
import type { SimulationChange, SimulationEvent } from '../../../app/simulator/knobs.ts';
import { bench } from '../../bench.ts';
import { connectClient, disconnectClient, useSession } from '../../stores/session.ts';
import {
  changeSimulation,
  raiseSimulationEvent,
  takeSimulation,
  useSimulation,
} from '../../stores/simulation.ts';
import { useCommand } from '../../use-command.ts';

export type AccountChange = NonNullable<SimulationChange['account']>;

/** The simulator as the panel drives it. */
export function useSimulator() {
  const session = useSession();
  const simulation = useSimulation();
  const reconnect = useCommand(connectAnew);
  const [failure, setFailure] = useState<Failure>();

  // Time has passed since main told of the simulation last, and the passing of time alone is not told of.
  useEffect(() => void readSimulation(), []);

  /** Every one is carried out, however quickly they follow each other; the outcome of the last one is shown. */
  const carryOut = async (action: Promise<Outcome<unknown>>): Promise<void> => {
    const outcome = await action;
    setFailure(outcome.ok ? undefined : outcome.error);
  };
  const change = (next: SimulationChange): void => void carryOut(changeSimulation(next));

  return {
    appId: session.appId,
    seed: simulation.seed,
    accounts: simulation.accounts,
    /** The account that is logged in to the simulated client. */
    account: simulation.accounts.find(({ steamId }) => steamId === simulation.steamId),
    /** Undefined until main told of it. */
    world: simulation.world,
    isActive: session.state === 'connected' && session.client === 'simulated',
    idleReason: idleReason(session),
    isReconnecting: reconnect.isBusy,
    failure: failure ?? reconnect.failure,
    dismiss: (): void => {
      setFailure(undefined);
      reconnect.dismiss();
    },
    change,
    raise: (event: SimulationEvent): void => void carryOut(raiseSimulationEvent(event)),
    /** Calls a function of ISteamUser as a game would. */
    call: (name: string, args: unknown): void => void carryOut(bench().steam.call({ name, args })),
    /** Another player checks a ticket of the bench's; its bytes go no further than to the simulator. */
    letPeerCheck: (steamId: string, ofSteamId: string, ticketNumber: number): void =>
      void carryOut(letPeerCheck(steamId, ofSteamId, ticketNumber)),
    connectAs: (steamId: string) => void reconnect.run({ steamId }, session.appId),
    startAnew: (seed: number) => void reconnect.run({ seed }, session.appId),
    connect: () => void reconnect.run({}, session.appId),
  };
}

export type Simulator = ReturnType<typeof useSimulator>;

async function readSimulation(): Promise<void> {
  const simulation = await bench().simulation.get();
  if (simulation.ok) takeSimulation(simulation.value);
}

/** Leaves before it changes what a client holds on to: the old client should not hear of a broken pipe. */
async function connectAnew(change: SimulationChange, appId: number) {
  const left = await disconnectClient();
  if (!left.ok) return left;
  const changed = await changeSimulation(change);
  if (!changed.ok) return changed;
  return connectClient('simulated', appId);
}

async function letPeerCheck(steamId: string, ofSteamId: string, ticketNumber: number) {
  const revealed = await bench().tickets.reveal({ number: ticketNumber });
  if (!revealed.ok) return revealed;
  return raiseSimulationEvent({
    kind: 'peerBeginsSession',
    steamId,
    ticketHex: revealed.value.hex,
    ofSteamId,
  });
}

/** Why the simulator has nothing to do; undefined while it is connected. */
function idleReason({ state, client }: SessionSnapshot): string | undefined {
  if (state === 'connecting') return 'A client is being connected.';
  if (state !== 'connected') return 'No client is connected.';
  return client === 'steam'
    ? 'A real Steam client is connected: what it answers cannot be set here.'
    : undefined;
}
