import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './mono.module.css';

export interface MonoProps {
  readonly children: ReactNode;
  /** Lets long values break anywhere instead of ending in an ellipsis. */
  readonly isBreaking?: boolean;
}

/** An identifier, address or path in the monospaced face. */
export function Mono({ children, isBreaking = false }: MonoProps) {
  return <code className={clsx(styles['mono'], isBreaking && styles['breaking'])}>{children}</code>;
}
