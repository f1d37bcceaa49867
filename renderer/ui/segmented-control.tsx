import { useId } from 'react';
import { iconProps, type Icon } from './icon.ts';
import styles from './segmented-control.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: Icon;
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isLabelHidden?: boolean;
  readonly disabled?: boolean;
}

/** One of a few, side by side. Radio buttons underneath, with their keys. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, options, onChange, isLabelHidden = false, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend className={isLabelHidden ? 'visually-hidden' : styles['legend']}>{label}</legend>
      <div className={styles['track']}>
        {options.map(({ value: each, label: text, icon: Glyph }) => (
          <label key={each} className={styles['segment']}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
              className={styles['radio']}
            />
            {Glyph && <Glyph {...iconProps} />}
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
