import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import type { Icon } from './icon.ts';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: Icon;
  /** What would be here, and how it gets here. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where there is nothing yet. */
export function EmptyState({ title, icon: Glyph, children, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {Glyph && <Glyph size={20} strokeWidth={1.5} aria-hidden className={styles['icon']} />}
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <p className={styles['text']}>{children}</p>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
