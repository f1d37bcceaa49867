import clsx from 'clsx';
import { describeEnum, enums } from '../../../../app/steam/enums.ts';
import { useLastLive } from '../../../stores/voice.ts';
import { tooltip } from '../../../ui/tooltip.ts';
import { toneOfResult, type ResultTone } from './live-packet-drawing.ts';
import styles from './talk.module.css';

/** What GetVoice and DecompressVoice answered in this take, by EVoiceResult, with how often. */
export function ResultStrip() {
  const live = useLastLive();
  return (
    <div className={styles['strip']}>
      <Answers name="GetVoice" results={live?.results ?? {}} newest={live?.result} />
      <Answers name="DecompressVoice" results={live?.decodeResults ?? {}} newest={undefined} />
    </div>
  );
}

interface AnswersProps {
  readonly name: 'GetVoice' | 'DecompressVoice';
  readonly results: Readonly<Record<number, number>>;
  /** The one that stands out. */
  readonly newest: number | undefined;
}

function Answers({ name, results, newest }: AnswersProps) {
  const seen = Object.entries(results).map(([result, times]) => ({ result: Number(result), times }));
  return (
    <div className={styles['answers']}>
      <span className={styles['stripName']}>{name}</span>
      {seen.length === 0 ? (
        <span className={styles['faint']}>not called yet</span>
      ) : (
        <ul aria-label={`Answers of ${name}`} className={styles['results']}>
          {seen.map(({ result, times }) => (
            <li
              key={result}
              aria-current={result === newest ? true : undefined}
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
