import type { SimulationChange } from '../../../app/simulator/knobs.ts';
import type { SessionSnapshot } from '../../../app/session/session.ts';
import { connectClient, disconnectClient, useSession } from '../../stores/session.ts';
import { changeSimulation, raiseSimulationEvent, useSimulation } from '../../stores/simulation.ts';
import { useCommand } from '../../use-command.ts';

export type AccountChange = NonNullable<SimulationChange['account']>;

/** The simulator as the panel drives it. */
export function useSimulator() {
  const session = useSession();
  const simulation = useSimulation();
  const change = useCommand(changeSimulation);
  const raise = useCommand(raiseSimulationEvent);
  const reconnect = useCommand(connectAnew);

  return {
    seed: simulation.seed,
    accounts: simulation.accounts,
    /** The account that is logged in to the simulated client. */
    account: simulation.accounts.find(({ steamId }) => steamId === simulation.steamId),
    isActive: session.state === 'connected' && session.client === 'simulated',
    idleReason: idleReason(session),
    isReconnecting: reconnect.isBusy,
    failure: change.failure ?? raise.failure ?? reconnect.failure,
    dismiss: (): void => {
      change.dismiss();
      raise.dismiss();
      reconnect.dismiss();
    },
    changeAccount: (account: AccountChange) => void change.run({ account }),
    raise: (event: Parameters<typeof raiseSimulationEvent>[0]) => void raise.run(event),
    connectAs: (steamId: string) => void reconnect.run({ steamId }, session.appId),
    startAnew: (seed: number) => void reconnect.run({ seed }, session.appId),
    connect: () => void reconnect.run({}, session.appId),
  };
}

export type Simulator = ReturnType<typeof useSimulator>;

/** Leaves before it changes what a client holds on to: the old client should not hear of a broken pipe. */
async function connectAnew(change: SimulationChange, appId: number) {
  const left = await disconnectClient();
  if (!left.ok) return left;
  const changed = await changeSimulation(change);
  if (!changed.ok) return changed;
  return connectClient('simulated', appId);
}

/** Why the simulator has nothing to do; undefined while it is connected. */
function idleReason({ state, client }: SessionSnapshot): string | undefined {
  if (state === 'connecting') return 'A client is being connected.';
  if (state !== 'connected') return 'No client is connected.';
  return client === 'steam'
    ? 'A real Steam client is connected: what it answers cannot be set here.'
    : undefined;
}
