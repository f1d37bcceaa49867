import clsx from 'clsx';
import { KeyRound } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { REQUEST_INTERVAL_MS } from '../../../../app/encrypted-ticket/encrypted-ticket.ts';
import { requestEncryptedTicket } from '../../../stores/encrypted-ticket.ts';
import { Button } from '../../../ui/button.tsx';
import control from '../../../ui/control.module.css';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Field } from '../../../ui/field.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { useCommand } from '../../../use-command.ts';
import styles from './encrypted.module.css';
import { useGrantCountdown } from './use-grant-countdown.ts';
import { readUserData, type UserDataForm } from './user-data.ts';

const forms = [
  { value: 'text', label: 'Text' },
  { value: 'hex', label: 'Hex' },
] as const;

export interface RequestFormProps {
  readonly isConnected: boolean;
}

/** What goes into the ticket, and the request: possible also where Steam will refuse it, for that is worth seeing. */
export function RequestForm({ isConnected }: RequestFormProps) {
  const [form, setForm] = useState<UserDataForm>('text');
  const [text, setText] = useState('');
  const { leftMs, isSimulated } = useGrantCountdown();
  const request = useCommand(requestEncryptedTicket);
  const reading = readUserData(text, form);
  const isEarly = leftMs > 0;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isConnected && reading.ok) void request.run(reading.bytes);
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['formRow']}>
        <SegmentedControl label="User data as" value={form} options={forms} onChange={setForm} />
        <div className={styles['button']}>
          <Button
            type="submit"
            kind={isEarly ? 'normal' : 'primary'}
            icon={KeyRound}
            isBusy={request.isBusy}
            disabled={!isConnected || !reading.ok}
            hint={isEarly ? 'Steam will answer LimitExceeded: that, too, can be tested' : undefined}
          >
            {isEarly ? 'Request anyway' : 'Request ticket'}
          </Button>
        </div>
      </div>
      <Field
        label="User data"
        hint={reading.ok ? sizeText(reading.bytes.length) : undefined}
        error={reading.ok ? undefined : reading.problem}
      >
        {(field) => (
          <textarea
            {...field}
            className={clsx(control['control'], form === 'hex' && control['mono'], styles['text'])}
            rows={2}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={form === 'text' ? 'Put into the ticket, for your backend' : '01 02 0a ff'}
            spellCheck={false}
            autoComplete="off"
          />
        )}
      </Field>
      {isEarly && (
        <Meter
          label={isSimulated ? 'Steam grants the next one, by simulated time' : 'Steam grants the next one'}
          value={Math.round(leftMs)}
          maximum={REQUEST_INTERVAL_MS}
          text={`in ${Math.ceil(leftMs / 1000)} s`}
        />
      )}
      {request.failure !== undefined && <FailureNote failure={request.failure} onDismiss={request.dismiss} />}
    </form>
  );
}

function sizeText(count: number): string {
  if (count === 0) return 'No bytes: the ticket says who plays, and nothing else.';
  return count === 1 ? '1 byte' : `${count} bytes`;
}
