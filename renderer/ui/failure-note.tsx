import type { ReactNode } from 'react';
import type { Failure } from '../../app/outcome.ts';
import { Banner } from './banner.tsx';
import styles from './failure-note.module.css';

export interface FailureNoteProps {
  /** Of a command, or of something that the page itself could not do. */
  readonly failure: Omit<Failure, 'code'> & { readonly code: string };
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** A failure: what happened, its code, and what to do about it. */
export function FailureNote({ failure, actions, onDismiss }: FailureNoteProps) {
  return (
    <Banner tone="error" title={failure.message} actions={actions} onDismiss={onDismiss}>
      {failure.remedy !== undefined && <p>{failure.remedy}</p>}
      <code className={styles['code']}>{failure.code}</code>
    </Banner>
  );
}
