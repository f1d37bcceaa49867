import { Play, WandSparkles } from 'lucide-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import type { JournalEntry } from '../../../app/journal/entry.ts';
import type { UserFunctionName } from '../../../app/steam/user-functions.ts';
import { hasFailed } from '../../journal/entry-summary.ts';
import { useSession } from '../../stores/session.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/section.tsx';
import { parametersOf } from './call-draft.ts';
import styles from './call-form.module.css';
import { ParameterField } from './parameter-field.tsx';
import { useCallForm } from './use-call-form.ts';

export interface CallFormProps {
  readonly name: UserFunctionName;
  /** The newest call: where it failed, its failure is shown there and not here once more. */
  readonly newest: JournalEntry | undefined;
}

/** A field for every parameter, and the button that calls. */
export function CallForm({ name, newest }: CallFormProps) {
  const form = useCallForm(name);
  const isConnected = useSession().state === 'connected';
  const parameters = parametersOf(name);
  const isToldBelow = newest !== undefined && hasFailed(newest);

  const call = (): void => {
    if (isConnected) void form.call();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    call();
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    // Elsewhere these keys connect.
    event.preventDefault();
    call();
  };

  return (
    <Section
      title="Call"
      note={isConnected ? undefined : 'No client is connected.'}
      actions={
        parameters.length > 0 && (
          <Button
            kind="quiet"
            icon={WandSparkles}
            hint="Fills in values that do no harm"
            onClick={form.fillExample}
          >
            Example
          </Button>
        )
      }
    >
      <form className={styles['form']} onSubmit={submit} onKeyDown={handleKey} noValidate>
        {parameters.map(([key, parameter]) => (
          <ParameterField
            key={key}
            name={key}
            parameter={parameter}
            value={form.draft[key] ?? ''}
            problem={form.problems[key]}
            onChange={(value) => form.change(key, value)}
          />
        ))}
        {form.failure !== undefined && !isToldBelow && (
          <FailureNote failure={form.failure} onDismiss={form.dismiss} />
        )}
        <div className={styles['foot']}>
          <Button
            type="submit"
            kind="primary"
            icon={Play}
            isBusy={form.isBusy}
            disabled={!isConnected}
            shortcut="$mod+Enter"
          >
            Call
          </Button>
          {parameters.length === 0 && <p className={styles['none']}>Takes no arguments.</p>}
        </div>
      </form>
    </Section>
  );
}
