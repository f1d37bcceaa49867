import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ticketStateWords } from '../issued/ticket-words.ts';
import styles from './sessions.module.css';
import { TicketDrop } from './ticket-drop.tsx';
import type { BeginForm } from './use-begin-form.ts';

export interface TicketFieldsProps {
  readonly form: BeginForm;
  /** Players of the simulator other than the user. */
  readonly peers: readonly SimulatedAccount[];
  readonly peerId: string | undefined;
}

/** Which ticket is checked. */
export function TicketFields({ form, peers, peerId }: TicketFieldsProps) {
  switch (form.kind) {
    case 'book':
      return (
        <div className={styles['source']}>
          <SelectField
            label="Ticket of the book"
            value={form.number}
            options={form.tickets.map(({ number, state }) => ({
              value: number,
              label: `Ticket ${number}`,
              meaning: ticketStateWords[state].title,
            }))}
            onChange={form.chooseNumber}
            placeholder="None issued yet"
            disabled={form.tickets.length === 0}
            error={form.problems.source}
            hint="A ticket of your own: you check yourself."
          />
        </div>
      );
    case 'pasted':
      return (
        <div className={styles['source']}>
          <TextField
            type="password"
            label="Ticket in hex or Base64"
            value={form.pasted}
            onChange={form.paste}
            error={form.problems.source}
            hint={form.pasted === '' ? 'Masked: it is a credential.' : `${form.pasted.length} characters`}
            isMono
          />
        </div>
      );
    case 'file':
      return <TicketDrop file={form.file} onFile={form.takeFile} error={form.problems.source} />;
    case 'peer':
      return (
        <div className={styles['source']}>
          <SelectField
            label="Simulated player"
            value={peerId}
            options={peers.map(({ steamId, personaName }) => ({
              value: steamId,
              label: personaName,
              meaning: steamId,
            }))}
            onChange={form.choosePeer}
            hint="They issue a new ticket, which is checked here."
          />
        </div>
      );
  }
}
