import type { ReactNode } from 'react';
import styles from './panel-body.module.css';

export interface PanelPartProps {
  readonly children: ReactNode;
}

/** What a panel holds below its heading. Styles inside ask `@container panel` for its width. */
export function PanelBody({ children }: PanelPartProps) {
  return (
    <div className={styles['body']}>
      <div className={styles['stack']}>{children}</div>
    </div>
  );
}

/** Two columns where there is room for them, else one. */
export function Columns({ children }: PanelPartProps) {
  return <div className={styles['columns']}>{children}</div>;
}

/** One of several sections below one another inside a column. */
export function Column({ children }: PanelPartProps) {
  return <div className={styles['column']}>{children}</div>;
}
