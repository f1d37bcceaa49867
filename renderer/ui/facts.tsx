import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './facts.module.css';
import { Mono } from './mono.tsx';

export interface Fact {
  readonly label: string;
  /** Undefined is shown as a dash: not known. */
  readonly value: ReactNode | undefined;
  /** Sets the value in the monospaced face. */
  readonly isMono?: boolean;
  /** Adds a button that copies this. */
  readonly copyText?: string | undefined;
  /** A few words after the value, or below a long one. */
  readonly note?: ReactNode;
}

export interface FactsProps {
  readonly items: readonly Fact[];
}

/** Names and values in two aligned columns. */
export function Facts({ items }: FactsProps) {
  return (
    <dl className={styles['facts']}>
      {items.map((fact) => (
        <div key={fact.label} className={styles['row']}>
          <dt className={styles['label']}>{fact.label}</dt>
          <dd className={styles['value']}>
            {fact.value === undefined ? (
              <span className={styles['none']}>
                –<span className="visually-hidden">not known</span>
              </span>
            ) : fact.isMono ? (
              <Mono isBreaking>{fact.value}</Mono>
            ) : (
              fact.value
            )}
            {fact.copyText !== undefined && <CopyButton text={fact.copyText} what={fact.label} />}
            {fact.note !== undefined && <span className={styles['note']}>{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
