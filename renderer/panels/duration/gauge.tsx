import clsx from 'clsx';
import { useId } from 'react';
import styles from './gauge.module.css';
import { playTimeText } from './play-time-text.ts';

const HOUR_SECONDS = 3600;

export interface GaugeProps {
  readonly label: string;
  /** Undefined: nothing is counted. */
  readonly seconds: number | undefined;
  /** What the whole length stands for. */
  readonly hours: number;
  /** Hours at which something changes. */
  readonly marks: readonly number[];
  readonly tone: 'accent' | 'warning' | 'fault';
  /** What the marks, or the ends, stand for. */
  readonly note: string;
}

/** A length of play on a scale of hours, with marks where the rules take hold. */
export function Gauge({ label, seconds, hours, marks, tone, note }: GaugeProps) {
  const id = useId();
  const wholeSeconds = hours * HOUR_SECONDS;
  const share = Math.max(0, Math.min(1, (seconds ?? 0) / wholeSeconds));
  const text = seconds === undefined ? 'not counted' : playTimeText(seconds);
  return (
    <div className={clsx(styles['gauge'], styles[tone])}>
      <p id={id} className={styles['label']}>
        {label}
      </p>
      <p className={clsx(styles['value'], seconds === undefined && styles['none'])}>
        {seconds === undefined ? '–' : text}
      </p>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={wholeSeconds}
        aria-valuenow={Math.max(0, Math.min(wholeSeconds, seconds ?? 0))}
        aria-valuetext={text}
        className={styles['scale']}
      >
        <div className={styles['track']}>
          <div className={styles['bar']} style={{ transform: `scaleX(${share})` }} />
        </div>
        {marks.map((mark) => (
          <span key={mark} className={styles['mark']} style={{ left: `${(mark / hours) * 100}%` }}>
            <span className={styles['markText']}>{mark} h</span>
          </span>
        ))}
      </div>
      <p className={styles['note']}>{note}</p>
    </div>
  );
}
