import type { ReactNode } from 'react';
import styles from './panel-page.module.css';

export interface PanelPageProps {
  readonly title: string;
  /** One sentence: what the panel is for. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every panel: its heading, its actions, its sections below one another. */
export function PanelPage({ title, summary, actions, children }: PanelPageProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <div>
          <h1 className={styles['title']}>{title}</h1>
          {summary !== undefined && <p className={styles['summary']}>{summary}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
