import { useState } from 'react';
import { LONGEST_TAKE_NAME, type TakeCard } from '../../../../app/voice/voice.ts';
import { renameTake } from '../../../stores/voice.ts';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './takes.module.css';

export interface NameFieldProps {
  readonly take: TakeCard;
  /** By a key the focus goes back to the name; elsewhere it is where the user put it. */
  readonly onDone: (how: 'by key' | 'left') => void;
}

/** From here on it is said how much room is left. */
const NEAR_THE_END = LONGEST_TAKE_NAME - 20;

/** Enter or a click elsewhere keeps the name, Escape leaves it as it was. What is no name stays in the field. */
export function NameField({ take, onDone }: NameFieldProps) {
  const [draft, setDraft] = useState(take.name);
  const name = draft.trim();
  const problem = problemOf(name);
  const keep = (how: 'by key' | 'left'): void => {
    if (problem !== undefined) return;
    if (name !== take.name) void renameTake(take.id, name);
    onDone(how);
  };
  return (
    <div className={styles['naming']}>
      <TextField
        label={`Name of ${take.name}`}
        isLabelHidden
        value={draft}
        error={problem}
        hint={name.length > NEAR_THE_END ? `${name.length} of ${LONGEST_TAKE_NAME} characters.` : undefined}
        onChange={setDraft}
        onBlur={() => keep('left')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Enter would go on to press the name, which has the focus then.
          event.preventDefault();
          if (event.key === 'Enter') keep('by key');
          else onDone('by key');
        }}
        ref={focusAll}
      />
    </div>
  );
}

function problemOf(name: string): string | undefined {
  if (name === '') return 'A take needs a name. Escape leaves the one it has.';
  const over = name.length - LONGEST_TAKE_NAME;
  if (over <= 0) return undefined;
  return `${LONGEST_TAKE_NAME} characters at most: ${over} too many.`;
}

function focusAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
