import type { ReactNode } from 'react';
import { tooltip } from '../../../ui/tooltip.ts';
import styles from '../trace/trace.module.css';

export interface PacketLegendProps {
  /** What a bar stands for. */
  readonly bar: string;
  readonly children?: ReactNode;
}

/** What bars and line of a packet plot stand for; the plots take their colours from the swatches. */
export function PacketLegend({ bar, children }: PacketLegendProps) {
  return (
    <span className={styles['keys']}>
      <span className={styles['key']} {...tooltip('Left axis.')}>
        <svg data-swatch="packet" className={styles['packet']} width="12" height="10" aria-hidden>
          <rect x="1" y="3" width="2.5" height="7" fill="currentColor" />
          <rect x="5" y="0" width="2.5" height="10" fill="currentColor" />
          <rect x="9" y="5" width="2.5" height="5" fill="currentColor" />
        </svg>
        {bar}
      </span>
      <span className={styles['key']} {...tooltip('Right axis: all bytes of a packet count.')}>
        <svg data-swatch="bitrate" className={styles['bitrate']} width="12" height="10" aria-hidden>
          <path d="M0 8 L4 4 L8 5 L12 1" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        Bitrate over 1 s, kbit/s
      </span>
      {children}
    </span>
  );
}
