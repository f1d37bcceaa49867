import type { ReactNode } from 'react';
import { CommittedField } from './committed-field.tsx';
import { decimalFrom, decimalText } from './decimal.ts';

export interface CommittedDecimalProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly onCommit: (value: number) => void;
  readonly hint?: ReactNode;
}

/** A number, also a fraction or below zero, that takes effect on Enter or when the field is left. */
export function CommittedDecimal(props: CommittedDecimalProps) {
  const { label, value, minimum, maximum, onCommit, hint } = props;
  const read = (text: string): number | undefined => {
    const number = decimalFrom(text);
    return number !== undefined && number >= minimum && number <= maximum ? number : undefined;
  };
  return (
    <CommittedField
      label={label}
      value={decimalText(value)}
      isMono
      hint={hint}
      maxLength={14}
      problem={(text) =>
        read(text) === undefined
          ? `A number from ${decimalText(minimum)} to ${decimalText(maximum)}.`
          : undefined
      }
      onCommit={(text) => {
        const number = read(text);
        if (number !== undefined) onCommit(number);
      }}
    />
  );
}
