import clsx from 'clsx';
import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import styles from './button.module.css';
import { iconProps, type Icon } from './icon.ts';
import { ariaShortcut } from './shortcut-text.ts';
import { Spinner } from './spinner.tsx';
import { tooltip } from './tooltip.ts';

export type ButtonKind = 'primary' | 'normal' | 'quiet' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly icon?: Icon | undefined;
  /** Under way: the button keeps focus and its place, and takes no click. */
  readonly isBusy?: boolean;
  /** In the notation of tinykeys; shown as a tooltip, handled by the registry of actions. */
  readonly shortcut?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Adds a tooltip to the label. */
  readonly hint?: string | undefined;
}

/** A button with a label. One `primary` a view. */
export function Button(props: ButtonProps) {
  const {
    kind = 'normal',
    icon: Glyph,
    isBusy = false,
    shortcut,
    hint,
    children,
    className,
    onClick,
    ...rest
  } = props;
  const handleClick = (event: MouseEvent<HTMLButtonElement>): void => {
    if (!isBusy) onClick?.(event);
  };
  return (
    <button
      type="button"
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      {...(hint !== undefined || shortcut !== undefined
        ? tooltip(hint ?? (typeof children === 'string' ? children : ''), shortcut)
        : undefined)}
      {...rest}
      onClick={handleClick}
      className={clsx(styles['button'], styles[kind], className)}
    >
      {isBusy ? <Spinner /> : Glyph && <Glyph {...iconProps} />}
      <span className={styles['label']}>{children}</span>
    </button>
  );
}
