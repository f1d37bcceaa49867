import clsx from 'clsx';
import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import { iconProps, type Icon } from './icon.ts';
import styles from './icon-button.module.css';
import { ariaShortcut } from './shortcut-text.ts';
import { Spinner } from './spinner.tsx';
import { tooltip } from './tooltip.ts';

export interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'aria-label' | 'children'
> {
  readonly icon: Icon;
  /** What it does: its accessible name and, unless `hint` says more, its tooltip. */
  readonly label: string;
  readonly hint?: string | undefined;
  readonly shortcut?: string | undefined;
  /** Makes it a toggle. */
  readonly isPressed?: boolean | undefined;
  readonly isBusy?: boolean;
  readonly isDanger?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon. */
export function IconButton(props: IconButtonProps) {
  const {
    icon: Glyph,
    label,
    hint,
    shortcut,
    isPressed,
    isBusy = false,
    isDanger = false,
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
      aria-label={label}
      aria-pressed={isPressed}
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      {...tooltip(hint ?? label, shortcut)}
      {...rest}
      onClick={handleClick}
      className={clsx(styles['button'], isDanger && styles['danger'], className)}
    >
      {isBusy ? <Spinner /> : <Glyph {...iconProps} />}
    </button>
  );
}
