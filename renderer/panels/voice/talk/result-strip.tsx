import clsx from 'clsx';
import { describeEnum, enums } from '../../../../app/steam/enums.ts';
import { useLastLive } from '../../../stores/voice.ts';
import { tooltip } from '../../../ui/tooltip.ts';
import { toneOfResult, type ResultTone } from './live-packet-drawing.ts';
import styles from './talk.module.css';

/** What GetVoice answered in this take, by result, with how often; the newest stands out. */
export function ResultStrip() {
  const live = useLastLive();
  const seen = Object.entries(live?.results ?? {}).map(([result, times]) => ({
    result: Number(result),
    times,
  }));
  return (
    <div className={styles['strip']}>
      <span className={styles['stripName']}>EVoiceResult</span>
      {live === undefined || seen.length === 0 ? (
        <span className={styles['faint']}>GetVoice was not called yet.</span>
      ) : (
        <ul aria-label="Answers of GetVoice" className={styles['results']}>
          {seen.map(({ result, times }) => (
            <li
              key={result}
              aria-current={result === live.result ? true : undefined}
              className={clsx(styles['result'], classes[toneOfResult(result)])}
              {...tooltip(
                enums.EVoiceResult.find(({ value }) => value === result)?.meaning ?? 'Not documented.',
              )}
            >
              {describeEnum('EVoiceResult', result)} <b className={styles['times']}>{times}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const classes: Readonly<Record<ResultTone, string | undefined>> = {
  good: styles['good'],
  plain: undefined,
  trouble: styles['trouble'],
};
