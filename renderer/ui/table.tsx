import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface TableProps {
  /** Names the region that the table is scrolled in. */
  readonly label: string;
  /** Says how high the region may be, and what is special about the cells. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A dense table that scrolls under its head, also by keyboard. A row with `data-chosen` true is marked. */
export function Table({ label, className, children }: TableProps) {
  return (
    <div className={clsx(styles['scroll'], className)} role="region" aria-label={label} tabIndex={0}>
      <table className={styles['table']}>{children}</table>
    </div>
  );
}

/** The same where all of it is in sight and nothing scrolls. */
export function StillTable({ className, children }: Omit<TableProps, 'label'>) {
  return <table className={clsx(styles['table'], className)}>{children}</table>;
}
