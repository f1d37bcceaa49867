import { usePump } from '../stores/pump.ts';
import { tooltip } from '../ui/tooltip.ts';
import styles from './pump-readout.module.css';

/** How often Steam's messages are fetched, and what it costs. */
export function PumpReadout() {
  const { mode, ticksPerSecond, microsecondsPerTick, messages } = usePump();
  const isStopped = mode === 'stopped';
  const words = isStopped
    ? 'The pump stands still: no client is connected.'
    : `The pump fetches what Steam has to say: ${mode} now, ${messages.toLocaleString('en')} messages so far.`;
  return (
    <div className={styles['pump']} data-mode={mode} {...tooltip(words)}>
      <span className={styles['name']}>Pump</span>
      {isStopped ? (
        <span className={styles['stopped']}>stopped</span>
      ) : (
        <>
          <span className={styles['rate']}>{ticksPerSecond} Hz</span>
          <span className={styles['cost']}>{microsecondsPerTick.toLocaleString('en')} µs</span>
        </>
      )}
    </div>
  );
}
