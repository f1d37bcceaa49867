import type { ReactNode } from 'react';
import { CommittedField } from './committed-field.tsx';

export interface CommittedNumberProps {
  readonly label: string;
  readonly value: number;
  readonly maximum: number;
  readonly onCommit: (value: number) => void;
  readonly hint?: ReactNode;
}

/** A whole number from 0 that takes effect on Enter or when the field is left. */
export function CommittedNumber({ label, value, maximum, onCommit, hint }: CommittedNumberProps) {
  return (
    <CommittedField
      label={label}
      value={String(value)}
      isMono
      hint={hint}
      maxLength={String(maximum).length}
      problem={(text) =>
        /^\d+$/.test(text) && Number(text) <= maximum ? undefined : `A whole number up to ${maximum}.`
      }
      onCommit={(text) => onCommit(Number(text))}
    />
  );
}
