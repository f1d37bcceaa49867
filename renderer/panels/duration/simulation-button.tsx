import { FlaskConical } from 'lucide-react';
import { useSession } from '../../stores/session.ts';
import { openPanel } from '../../stores/settings.ts';
import { Button } from '../../ui/button.tsx';
import { showPart, type PartName } from '../simulation/chosen-part.ts';

export interface SimulationButtonProps {
  readonly part: PartName;
  readonly children: string;
  readonly hint?: string;
}

/** Opens the part of the Simulation panel where something can be made to happen; only where the client is simulated. */
export function SimulationButton({ part, children, hint }: SimulationButtonProps) {
  const { state, client } = useSession();
  if (state !== 'connected' || client !== 'simulated') return null;
  const open = (): void => {
    showPart(part);
    openPanel('simulation');
  };
  return (
    <Button kind="quiet" icon={FlaskConical} hint={hint} onClick={open}>
      {children}
    </Button>
  );
}
