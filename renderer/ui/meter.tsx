import clsx from 'clsx';
import { useId } from 'react';
import styles from './meter.module.css';

export interface MeterProps {
  readonly label: string;
  /** Undefined: under way, with no end known. */
  readonly value: number | undefined;
  readonly maximum: number;
  readonly tone?: 'accent' | 'good' | 'warning' | 'fault';
  /** The value in words, at the right of the label. */
  readonly text?: string;
  readonly isLabelHidden?: boolean;
}

/** How much of something, or how far along. */
export function Meter({ label, value, maximum, tone = 'accent', text, isLabelHidden = false }: MeterProps) {
  const id = useId();
  const share = value === undefined ? 0 : Math.max(0, Math.min(1, value / maximum));
  return (
    <div className={clsx(styles['meter'], styles[tone])}>
      <div className={isLabelHidden ? 'visually-hidden' : styles['words']}>
        <span id={id}>{label}</span>
        {text !== undefined && <span className={styles['text']}>{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={maximum}
        aria-valuenow={value}
        aria-valuetext={text}
        className={styles['track']}
      >
        <div
          className={clsx(styles['bar'], value === undefined && styles['endless'])}
          style={value === undefined ? undefined : { transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
