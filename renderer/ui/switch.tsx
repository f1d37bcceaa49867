import { useId, type ReactNode } from 'react';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, isOn, onChange, hint, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles['row']}>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        disabled={disabled}
        className={styles['track']}
        onClick={() => onChange(!isOn)}
      >
        <span className={styles['thumb']} />
      </button>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
