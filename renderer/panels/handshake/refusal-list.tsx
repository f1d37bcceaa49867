import type { Refusal } from '../../../app/handshake/handshake.ts';
import { refusalWords } from '../../../app/handshake/refusals.ts';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './handshake.module.css';

export interface RefusalListProps {
  readonly refusals: readonly Refusal[];
}

/** Who was not let in, or was put out. */
export function RefusalList({ refusals }: RefusalListProps) {
  return (
    <Section title="Refused" isFlush>
      {refusals.length === 0 ? (
        <p className={styles['nothing']}>Nobody was refused.</p>
      ) : (
        <ul className={styles['refusals']} aria-label="Refusals, newest first">
          {refusals.map(({ at, from, reason }, index) => (
            <li key={`${at} ${from} ${index}`}>
              <span className={styles['muted']}>
                <RelativeTime at={at} />
              </span>
              <Mono>{from}</Mono>
              <span className={styles['reason']}>{refusalWords[reason]}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
