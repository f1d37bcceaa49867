import clsx from 'clsx';
import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** One line under the title. */
  readonly note?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Lets a table or list reach the edges of the section. */
  readonly isFlush?: boolean;
  readonly className?: string;
}

/** A titled part of a panel, with a frame of one hairline. */
export function Section({ title, note, actions, children, isFlush = false, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx(styles['section'], className)}>
      <header className={styles['header']}>
        <div className={styles['words']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          {note !== undefined && <p className={styles['note']}>{note}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      <div className={clsx(styles['body'], isFlush && styles['flush'])}>{children}</div>
    </section>
  );
}
