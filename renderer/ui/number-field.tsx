import { useState, type ReactNode } from 'react';
import { TextField } from './text-field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  /** What is in force; undefined where nothing is. */
  readonly value: number | undefined;
  /**
   * Told of every whole number within the bounds, and of undefined for everything else, with the text as it was typed.
   * Who keeps the value then has it back in the field when that is left.
   */
  readonly onChange: (value: number | undefined, text: string) => void;
  /** Tells on Enter and when the field is left, not of each digit: those of a number on its way are none that is meant. */
  readonly isToldWhenDone?: boolean;
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
  const { isToldWhenDone } = props;
  const [draft, setDraft] = useState<string>();
  const typed = draft === undefined ? undefined : read(draft, minimum, maximum);
  const [before, setBefore] = useState(value);
  // A value from elsewhere replaces what is typed; while none comes that stays, also where it is wrong.
  if (value !== before) {
    setBefore(value);
    if (typed !== value) setDraft(undefined);
  }
  // Empty is wrong only where something is in force all the same.
  const isWrong = draft !== undefined && typed === undefined && (draft !== '' || value !== undefined);

  const tell = (next: string): void => onChange(read(next, minimum, maximum), next);
  const change = (next: string): void => {
    setDraft(next);
    if (isToldWhenDone !== true) tell(next);
  };
  const finish = (): void => {
    if (isToldWhenDone === true && draft !== undefined && typed !== value) tell(draft);
  };
  const step = (by: number): void => {
    const next = String(Math.min(maximum, Math.max(minimum, (typed ?? value ?? minimum) + by)));
    setDraft(next);
    tell(next);
  };

  return (
    <TextField
      label={label}
      value={draft ?? value?.toString() ?? ''}
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
      onBlur={() => {
        finish();
        if (value !== undefined && typed !== value) setDraft(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        } else if (event.key === 'Enter') {
          finish();
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
