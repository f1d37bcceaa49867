import clsx from 'clsx';
import type { SimulatedWorld } from '../../app/simulator/knobs.ts';
import type { SessionSnapshot } from '../../app/session/session.ts';
import { isSimulated } from '../stores/session.ts';
import { useSimulation } from '../stores/simulation.ts';
import { tooltip } from '../ui/tooltip.ts';
import styles from './client-mark.module.css';

const stateWords: Readonly<Record<SessionSnapshot['state'], string>> = {
  connected: 'connected',
  connecting: 'connecting…',
  failed: 'failed',
  disconnected: 'not connected',
};

export interface ClientMarkProps {
  readonly session: SessionSnapshot;
}

/**
 * Where everything in the window comes from.
 *
 * The simulator’s mark is large, hatched and in a hue of its own; Steam’s is calm. It never depends on colour alone.
 */
export function ClientMark({ session }: ClientMarkProps) {
  const { state, client } = session;
  const pace = paceText(useSimulation().world?.clock);
  const words = stateWords[state];
  if (isSimulated(session)) {
    const told = [state === 'connected' ? undefined : words, pace].filter((part) => part !== undefined);
    return (
      <div
        className={clsx(styles['mark'], styles['simulated'])}
        role="status"
        {...tooltip('Every value comes from the simulator of the bench, none from Steam.')}
      >
        <strong className={styles['name']}>SIMULATED</strong>
        {told.length > 0 && <span className={styles['state']}>{told.join(', ')}</span>}
      </div>
    );
  }
  return (
    <div className={clsx(styles['mark'], styles[state])} role="status">
      <strong className={styles['name']}>
        {client === 'steam' || state !== 'disconnected' ? 'STEAM' : 'OFFLINE'}
      </strong>
      <span className={styles['state']}>{words}</span>
    </div>
  );
}

/** Where simulated time does not pass as everybody’s does. */
function paceText(clock: SimulatedWorld['clock'] | undefined): string | undefined {
  if (clock === undefined) return undefined;
  if (clock.isPaused) return 'time paused';
  return clock.rate === 1 ? undefined : `×${clock.rate}`;
}
