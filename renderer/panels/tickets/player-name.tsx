import { isSimulated, useSession } from '../../stores/session.ts';
import { useSimulation } from '../../stores/simulation.ts';
import { Mono } from '../../ui/mono.tsx';

export interface PlayerNameProps {
  readonly steamId: string;
}

/** A player: the Steam id, with the name where the simulator knows it or where it is the user. */
export function PlayerName({ steamId }: PlayerNameProps) {
  const session = useSession();
  const { accounts } = useSimulation();
  const account = isSimulated(session) ? accounts.find((each) => each.steamId === steamId) : undefined;
  const isOwn = session.steamId === steamId;
  const name = isOwn ? 'you' : account?.personaName;
  return (
    <span>
      {name !== undefined && `${name} `}
      <Mono>{steamId}</Mono>
    </span>
  );
}
