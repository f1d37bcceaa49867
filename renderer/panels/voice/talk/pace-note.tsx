import { useSession } from '../../../stores/session.ts';
import { useSimulation } from '../../../stores/simulation.ts';
import styles from './talk.module.css';

/** Simulated time for each unit of real time: the codec takes two hundredths of a core at 1, and so nearly half of one. */
const HEAVY_RATE = 20;

/** Why the bench is slow where simulated time runs fast: a second of sound has to be encoded in less than one. */
export function PaceNote() {
  const { state, client } = useSession();
  const clock = useSimulation().world?.clock;
  if (state !== 'connected' || client !== 'simulated' || clock === undefined) return null;
  if (clock.isPaused || clock.rate < HEAVY_RATE) return null;
  return (
    <p className={styles['pace']}>
      Simulated time runs at ×{clock.rate}: recording may take much of a core and slow the bench.
    </p>
  );
}
