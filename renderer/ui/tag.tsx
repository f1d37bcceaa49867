import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'neutral' | 'accent' | 'good' | 'warning' | 'fault' | 'simulated';

export interface TagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}

/** One or two words about the thing beside it. `simulated` is for what the simulator made, and for nothing else. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return <span className={clsx(styles['tag'], styles[tone])}>{children}</span>;
}
