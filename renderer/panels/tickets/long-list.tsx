import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './long-list.module.css';

/** Rows that are drawn at first: a book of hundreds should not make the panel slow to open. */
const STEP = 50;

export interface LongListProps<Item> {
  readonly label: string;
  /** Newest first. */
  readonly items: readonly Item[];
  readonly row: (item: Item) => ReactNode;
}

/** A list of which the newest are drawn, and the older ones when they are asked for. */
export function LongList<Item>({ label, items, row }: LongListProps<Item>) {
  const [count, setCount] = useState(STEP);
  const older = Math.min(STEP, items.length - count);
  return (
    <>
      <ol aria-label={label}>{items.slice(0, count).map(row)}</ol>
      {older > 0 && (
        <div className={styles['more']}>
          <Button kind="quiet" onClick={() => setCount(count + STEP)}>
            Show {older} older
          </Button>
        </div>
      )}
    </>
  );
}
