import type { ConnectionStretch } from '../../../app/account/account.ts';
import { clockText } from '../../ui/clock-text.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import styles from './history.module.css';
import { duration, stretchResult, stretchWords, type StretchState } from './stretch-words.ts';

const lamps: Readonly<Record<StretchState, LampState>> = {
  online: 'on',
  failing: 'warning',
  offline: 'fault',
  absent: 'off',
};

export interface HistoryEventsProps {
  readonly history: readonly ConnectionStretch[];
  readonly now: number;
}

/** The same history in words, the newest first. */
export function HistoryEvents({ history, now }: HistoryEventsProps) {
  if (history.length === 0) {
    return <p className={styles['none']}>Connects and disconnects are listed here as they happen.</p>;
  }
  return (
    <div className={styles['scroll']} role="region" aria-label="Connects and disconnects" tabIndex={0}>
      <ol className={styles['events']} reversed>
        {history.toReversed().map((stretch) => (
          <li key={stretch.from} className={styles['event']}>
            <time dateTime={new Date(stretch.from).toISOString()} className={styles['time']}>
              {clockText(stretch.from).slice(0, 8)}
            </time>
            <Lamp state={lamps[stretch.state]} label={stretchWords[stretch.state].title} />
            <span className={styles['length']}>
              {duration((stretch.to ?? now) - stretch.from)}
              {stretch.to === undefined && ' so far'}
            </span>
            <span className={styles['result']}>
              {stretchResult(stretch) ?? stretchWords[stretch.state].meaning}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
