import { CommittedField } from './committed-field.tsx';
import { percentFrom, percentText } from './percent.ts';

export interface PercentFieldProps {
  readonly label: string;
  /** A probability from 0 to 1. */
  readonly value: number;
  readonly onCommit: (probability: number) => void;
}

/** A probability, shown and typed in per cent. */
export function PercentField({ label, value, onCommit }: PercentFieldProps) {
  return (
    <CommittedField
      label={label}
      value={percentText(value)}
      isMono
      maxLength={6}
      problem={(text) => (percentFrom(text) === undefined ? 'A number from 0 to 100.' : undefined)}
      onCommit={(text) => {
        const probability = percentFrom(text);
        if (probability !== undefined) onCommit(probability);
      }}
    />
  );
}
