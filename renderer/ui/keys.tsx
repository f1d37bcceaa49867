import styles from './keys.module.css';
import { shortcutKeys } from './shortcut-text.ts';

export interface KeysProps {
  /** In the notation of tinykeys: `$mod+K`. */
  readonly shortcut: string;
}

/** A shortcut, drawn as keys. */
export function Keys({ shortcut }: KeysProps) {
  return (
    <span className={styles['keys']}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
