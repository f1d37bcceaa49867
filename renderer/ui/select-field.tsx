import { CSPProvider } from '@base-ui/react/csp-provider';
import { Select } from '@base-ui/react/select';
import clsx from 'clsx';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import control from './control.module.css';
import { Field } from './field.tsx';
import { iconProps } from './icon.ts';
import styles from './select-field.module.css';

export interface SelectOption<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
  /** A second, quieter line in the list: what the choice means. */
  readonly meaning?: string | undefined;
}

export interface SelectFieldProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
}

/** One of a list. */
export function SelectField<Value extends string | number>(props: SelectFieldProps<Value>) {
  const { label, value, options, onChange, hint, error, disabled = false, isLabelHidden = false } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Field label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      {(field) => (
        // The page's policy refuses styles that a script brings; the sheet beside has what the list needs.
        <CSPProvider disableStyleElements>
          <Select.Root
            items={options}
            value={value ?? null}
            disabled={disabled}
            onValueChange={(next) => next !== null && onChange(next)}
          >
            <Select.Trigger
              {...field}
              aria-label={label}
              className={clsx(control['control'], styles['trigger'])}
            >
              <span className={styles['chosen']}>{chosen?.label ?? props.placeholder ?? ''}</span>
              <ChevronsUpDown {...iconProps} size={12} />
            </Select.Trigger>
            <Select.Portal>
              <Select.Positioner alignItemWithTrigger={false} sideOffset={4} className={styles['positioner']}>
                <Select.Popup className={styles['popup']}>
                  {options.map((option) => (
                    <Select.Item key={option.value} value={option.value} className={styles['item']}>
                      <Select.ItemIndicator className={styles['check']}>
                        <Check {...iconProps} size={12} />
                      </Select.ItemIndicator>
                      <span className={styles['words']}>
                        <Select.ItemText>{option.label}</Select.ItemText>
                        {option.meaning !== undefined && (
                          <span className={styles['meaning']}>{option.meaning}</span>
                        )}
                      </span>
                    </Select.Item>
                  ))}
                </Select.Popup>
              </Select.Positioner>
            </Select.Portal>
          </Select.Root>
        </CSPProvider>
      )}
    </Field>
  );
}
