import { Ticket } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { RemoteFields } from './remote-fields.tsx';
import styles from './issue-form.module.css';
import { useIssueForm } from './use-issue-form.ts';

const ticketKinds = [
  { value: 'session', label: 'Session ticket' },
  { value: 'webApi', label: 'Web API ticket' },
] as const;

const remoteKinds = [
  { value: 'anyone', label: 'Anyone' },
  { value: 'steamId', label: 'Steam id' },
  { value: 'address', label: 'Address' },
  { value: 'name', label: 'Name' },
] as const;

/** Characters that a command takes. */
const LONGEST_IDENTITY = 8192;

export interface IssueFormProps {
  readonly isConnected: boolean;
}

/** What kind of ticket, for whom it is, and the button that asks for it. */
export function IssueForm({ isConnected }: IssueFormProps) {
  const form = useIssueForm();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected) void form.issue();
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['row']}>
        <SegmentedControl
          label="Kind"
          value={form.kind}
          options={ticketKinds}
          onChange={form.chooseTicketKind}
        />
        {form.kind === 'session' ? (
          <>
            <SegmentedControl
              label="For"
              value={form.draft.kind}
              options={remoteKinds}
              onChange={form.chooseKind}
            />
            <RemoteFields form={form} />
          </>
        ) : (
          <div className={styles['identity']}>
            <TextField
              label="Identity (optional)"
              value={form.identity}
              onChange={form.changeIdentity}
              hint="It has to be the identity that the backend gives to AuthenticateUserTicket."
              placeholder="shop-backend"
              maxLength={LONGEST_IDENTITY}
            />
          </div>
        )}
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
