import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly summary?: ReactNode;
  readonly children?: ReactNode;
  /** What has the focus at first; without it the cross. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Buttons at the foot, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly size?: 'normal' | 'wide';
}

/** Asks for attention before anything else goes on. Escape and the cross close it; focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, summary, children, initialFocus, actions, size = 'normal' } = props;
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(isNowOpen) => !isNowOpen && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['backdrop']} />
        <BaseDialog.Popup
          className={clsx(styles['popup'], styles[size])}
          {...(initialFocus !== undefined && { initialFocus })}
        >
          <header className={styles['header']}>
            <BaseDialog.Title className={styles['title']}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon={X} label="Close" />} />
          </header>
          {summary !== undefined && (
            <BaseDialog.Description className={styles['summary']}>{summary}</BaseDialog.Description>
          )}
          {children !== undefined && <div className={styles['body']}>{children}</div>}
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
