import clsx from 'clsx';
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { iconProps } from './icon.ts';
import { IconButton } from './icon-button.tsx';

export type BannerTone = 'info' | 'warning' | 'error';

export interface BannerProps {
  readonly tone: BannerTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert };

/** Something that concerns everything below it. An error is announced at once, the rest when there is time. */
export function Banner({ tone, title, children, actions, onDismiss }: BannerProps) {
  const Glyph = icons[tone];
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className={clsx(styles['banner'], styles[tone])}>
      <Glyph {...iconProps} className={styles['icon']} />
      <div className={styles['words']}>
        <strong className={styles['title']}>{title}</strong>
        {children !== undefined && <div className={styles['text']}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      {onDismiss && <IconButton icon={X} label="Dismiss" onClick={onDismiss} />}
    </div>
  );
}
