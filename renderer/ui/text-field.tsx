import clsx from 'clsx';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import control from './control.module.css';
import { Field } from './field.tsx';

export interface TextFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'id'
> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isMono?: boolean;
  readonly isLabelHidden?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    isMono = false,
    isLabelHidden = false,
    className,
    ...rest
  } = props;
  return (
    <Field label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      {(field) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(control['control'], isMono && control['mono'], className)}
        />
      )}
    </Field>
  );
}
