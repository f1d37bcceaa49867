import { useState, type ReactNode } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export interface CommittedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
  /** What is wrong with a text, or undefined. */
  readonly problem: (text: string) => string | undefined;
  /** Brings what is typed into shape. */
  readonly clean?: (text: string) => string;
  readonly maxLength: number;
  readonly hint?: ReactNode;
  readonly isMono?: boolean;
}

/**
 * A text that takes effect on Enter or when the field is left; Escape takes back what was typed.
 *
 * What is wrong stays while it is typed and says why; the value in force stays, and is back when the field is left.
 */
export function CommittedField(props: CommittedFieldProps) {
  const { label, value, onCommit, problem, clean = (text: string) => text, maxLength, hint, isMono } = props;
  const [draft, setDraft] = useState<string>();
  const error = draft === undefined ? undefined : problem(draft);

  const commit = (): void => {
    if (draft === undefined || error !== undefined) return;
    if (draft !== value) onCommit(draft);
    setDraft(undefined);
  };

  return (
    <TextField
      label={label}
      value={draft ?? value}
      onChange={(text) => setDraft(clean(text))}
      error={error}
      hint={hint}
      isMono={isMono ?? false}
      maxLength={maxLength}
      onBlur={() => {
        commit();
        setDraft(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation();
          setDraft(undefined);
        }
      }}
    />
  );
}
