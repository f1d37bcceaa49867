import { Ticket } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { RemoteFields } from './remote-fields.tsx';
import styles from './issue-form.module.css';
import { useIssueForm } from './use-issue-form.ts';

const kinds = [
  { value: 'anyone', label: 'Anyone' },
  { value: 'steamId', label: 'Steam id' },
  { value: 'address', label: 'Address' },
  { value: 'name', label: 'Name' },
] as const;

export interface IssueFormProps {
  readonly isConnected: boolean;
}

/** For whom the ticket is, and the button that asks for it. */
export function IssueForm({ isConnected }: IssueFormProps) {
  const form = useIssueForm();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected) void form.issue();
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['row']}>
        <SegmentedControl label="For" value={form.draft.kind} options={kinds} onChange={form.chooseKind} />
        <RemoteFields form={form} />
        <div className={styles['button']}>
          <Button type="submit" kind="primary" icon={Ticket} isBusy={form.isBusy} disabled={!isConnected}>
            Issue ticket
          </Button>
        </div>
      </div>
      {form.failure !== undefined && <FailureNote failure={form.failure} onDismiss={form.dismiss} />}
    </form>
  );
}
