import { useSession } from '../../../stores/session.ts';
import { useSimulation } from '../../../stores/simulation.ts';
import styles from './talk.module.css';

/**
 * Simulated time for each unit of real time. The codec takes two hundredths of a core at 1, so nearly half of one; and what
 * nobody asks for in a simulated second is not recorded, which are fifty milliseconds then.
 */
const HEAVY_RATE = 20;

/** Why sound is missing, and the bench slow, where simulated time runs fast. */
export function PaceNote() {
  const { state, client } = useSession();
  const clock = useSimulation().world?.clock;
  if (state !== 'connected' || client !== 'simulated' || clock === undefined) return null;
  if (clock.isPaused || clock.rate < HEAVY_RATE) return null;
  return (
    <p className={styles['pace']}>
      Simulated time runs at ×{clock.rate}: recording may lose sound and slow the bench.
    </p>
  );
}
