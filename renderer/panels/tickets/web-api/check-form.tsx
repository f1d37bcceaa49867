import clsx from 'clsx';
import { Globe } from 'lucide-react';
import type { SubmitEvent } from 'react';
import type { TicketCard } from '../../../../app/tickets/book.ts';
import { LARGEST_TICKET_BYTES } from '../../../../app/tickets/ticket-source.ts';
import { useWebApi } from '../../../stores/web-api.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import control from '../../../ui/control.module.css';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Field } from '../../../ui/field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ticketStateWords } from '../issued/ticket-words.ts';
import { useCheckForm, type CheckFormState, type SourceKind } from './use-check-form.ts';
import styles from './web-api.module.css';

const sources: readonly { readonly value: SourceKind; readonly label: string }[] = [
  { value: 'book', label: 'Own ticket' },
  { value: 'pasted', label: 'Pasted' },
];

const LARGEST_APP_ID = 0xffffffff;

/** Which ticket is checked, for which app and identity. */
export function CheckForm() {
  const form = useCheckForm();
  const { key } = useWebApi();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (form.canCheck && key !== 'none') form.check();
  };

  return (
    <Section title="Check a ticket" note={key === 'none' ? 'Set a web API key first, below.' : undefined}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['row']}>
          <SegmentedControl label="Ticket" value={form.kind} options={sources} onChange={form.setKind} />
          <div className={styles['ticket']}>
            <TicketField form={form} />
          </div>
          <div className={styles['appId']}>
            <NumberField
              label="App id"
              value={form.appId}
              onChange={form.setAppId}
              minimum={1}
              maximum={LARGEST_APP_ID}
            />
          </div>
          <div className={styles['identity']}>
            <TextField
              label="Identity"
              value={form.identity}
              onChange={form.setIdentity}
              error={form.identityProblem}
              hint={
                form.isIdentitySuggested ? 'As the ticket was made.' : 'As given when it was issued, or none.'
              }
              placeholder="none"
            />
          </div>
          <div className={styles['button']}>
            <Button
              type="submit"
              kind="primary"
              icon={Globe}
              isBusy={form.isBusy}
              disabled={!form.canCheck || key === 'none'}
              hint={`Asks ${form.host}. The key and the ticket go there.`}
            >
              Check
            </Button>
          </div>
        </div>
        {form.isInVain && (
          <Banner tone="warning" title="Steam does not know simulated tickets">
            {form.host} will refuse this one. Check a real ticket, or set the address of a server of your own.
          </Banner>
        )}
        {form.failure !== undefined && <FailureNote failure={form.failure} onDismiss={form.dismiss} />}
      </form>
    </Section>
  );
}

function TicketField({ form }: { readonly form: CheckFormState }) {
  if (form.kind === 'book') {
    return (
      <SelectField
        label="Ticket of the bench"
        value={form.ticket?.number}
        options={form.tickets.map((ticket) => ({
          value: ticket.number,
          label: `Ticket ${ticket.number}`,
          meaning: ticketWords(ticket),
        }))}
        onChange={form.chooseTicket}
        disabled={form.tickets.length === 0}
        placeholder="None issued yet"
        hint={form.ticket === undefined ? 'Issue one for the web API first.' : ticketWords(form.ticket)}
      />
    );
  }
  return (
    <Field label="Ticket, in hex or Base64" hint="A credential: it is not kept.">
      {(field) => (
        <textarea
          {...field}
          className={clsx(control['control'], control['mono'], styles['text'])}
          rows={1}
          value={form.text}
          maxLength={LARGEST_TICKET_BYTES * 4}
          onChange={(event) => form.setText(event.target.value)}
          placeholder="14000000…"
          spellCheck={false}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

function ticketWords({ kind, state, isSimulated }: TicketCard): string {
  const words = `${kind === 'webApi' ? 'Web API' : 'Session'}, ${ticketStateWords[state].title.toLowerCase()}`;
  return isSimulated ? `${words}, simulated` : words;
}
