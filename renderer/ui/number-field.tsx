import { useState, type ReactNode } from 'react';
import { TextField } from './text-field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  /** Undefined: nothing, or nothing valid, is entered. */
  readonly value: number | undefined;
  /** Told of every whole number within the bounds, and of undefined for everything else. */
  readonly onChange: (value: number | undefined) => void;
  readonly minimum: number;
  readonly maximum: number;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly isLabelHidden?: boolean;
  readonly onEnter?: (() => void) | undefined;
}

/** A whole number, typed or stepped with the arrow keys. Says itself what is wrong with what was typed. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, minimum, maximum, hint, error, disabled, isLabelHidden, onEnter } = props;
  const [draft, setDraft] = useState<string>();
  // What was typed stays as it was typed while it stands for the value; a value from elsewhere replaces it.
  const text =
    draft !== undefined && read(draft, minimum, maximum) === value ? draft : (value?.toString() ?? '');
  const isWrong = draft !== undefined && draft !== '' && text === draft && value === undefined;

  const change = (next: string): void => {
    setDraft(next);
    onChange(read(next, minimum, maximum));
  };
  const step = (by: number): void =>
    change(String(Math.min(maximum, Math.max(minimum, (value ?? minimum) + by))));

  return (
    <TextField
      label={label}
      value={text}
      onChange={change}
      hint={hint}
      error={error ?? (isWrong ? `A whole number from ${minimum} to ${maximum}.` : undefined)}
      isMono
      inputMode="numeric"
      role="spinbutton"
      aria-valuenow={value}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      disabled={disabled ?? false}
      isLabelHidden={isLabelHidden ?? false}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        } else if (event.key === 'Enter') {
          onEnter?.();
        }
      }}
    />
  );
}

function read(text: string, minimum: number, maximum: number): number | undefined {
  if (!/^-?\d{1,10}$/.test(text.trim())) return undefined;
  const number = Number(text);
  return number >= minimum && number <= maximum ? number : undefined;
}
