import clsx from 'clsx';
import { FileInput, FolderOpen, ScanText } from 'lucide-react';
import { useState } from 'react';
import { useTicketBook } from '../../../stores/tickets.ts';
import { Button } from '../../../ui/button.tsx';
import control from '../../../ui/control.module.css';
import { Field } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { ticketStateWords } from '../issued/ticket-words.ts';
import styles from './decode.module.css';
import type { DecodeState } from './use-decode.ts';

export interface TicketInputProps {
  readonly state: DecodeState;
}

/** The ways to give a ticket: one of the book, text, a file. */
export function TicketInput({ state }: TicketInputProps) {
  const { decode, isBusy, number, decoded, failure } = state;
  const { tickets } = useTicketBook();
  const [text, setText] = useState('');
  const decodeText = (): void => decode({ kind: 'pasted', text });

  return (
    <Section
      title="Ticket to decode"
      actions={
        <Button kind="quiet" icon={FolderOpen} onClick={() => decode({ kind: 'opened' })}>
          Open file…
        </Button>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          decodeText();
        }}
      >
        <SelectField
          label="Ticket of the bench"
          value={number}
          options={tickets.map(({ number: value, kind, state: life }) => ({
            value,
            label: `Ticket ${value}`,
            meaning: `${kind === 'session' ? 'Session' : 'Web API'}, ${ticketStateWords[life].title.toLowerCase()}`,
          }))}
          onChange={(chosen) => decode({ kind: 'book', number: chosen })}
          disabled={tickets.length === 0}
          placeholder={tickets.length === 0 ? 'None issued yet' : 'Choose one'}
          hint={
            <span className={styles['dropHint']}>
              <FileInput size={12} strokeWidth={1.75} aria-hidden /> Or drop a file here.
            </span>
          }
        />
        <Field label="Or paste one, in hex or Base64">
          {(field) => (
            <textarea
              {...field}
              className={clsx(control['control'], control['mono'], styles['text'])}
              rows={2}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                decodeText();
              }}
              placeholder="14000000…"
              spellCheck={false}
              autoComplete="off"
              autoCorrect="off"
              autoCapitalize="off"
            />
          )}
        </Field>
        <div className={styles['buttons']}>
          <Button
            type="submit"
            kind="primary"
            icon={ScanText}
            isBusy={isBusy}
            shortcut="$mod+Enter"
            hint="Decode what was pasted"
          >
            Decode
          </Button>
          {(text !== '' || decoded !== undefined || failure !== undefined) && (
            <Button
              kind="quiet"
              onClick={() => {
                setText('');
                state.clear();
              }}
            >
              Clear
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}
