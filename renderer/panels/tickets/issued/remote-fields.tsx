import { LONGEST_IDENTITY_NAME } from '../../../../app/steam/value-kinds.ts';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './issue-form.module.css';
import { nameBytes } from '../remote-draft.ts';
import type { IssueFormState } from './use-issue-form.ts';

export interface RemoteFieldsProps {
  readonly form: IssueFormState;
}

/** What has to be known of whom the ticket is for. */
export function RemoteFields({ form }: RemoteFieldsProps) {
  const { draft, problems, warning, change } = form;
  switch (draft.kind) {
    case 'anyone':
      return <p className={styles['anyone']}>Whoever is sent the ticket may use it.</p>;
    case 'steamId':
      return (
        <div className={styles['fields']}>
          <TextField
            label="Steam id"
            value={draft.steamId}
            onChange={(text) => change('steamId', text)}
            error={problems.steamId}
            hint={warning ?? 'The player or server that may use it.'}
            placeholder="76561202255187930"
            inputMode="numeric"
            isMono
          />
        </div>
      );
    case 'address':
      return (
        <div className={styles['address']}>
          <TextField
            label="IPv4 address"
            value={draft.ip}
            onChange={(text) => change('ip', text)}
            error={problems.ip}
            hint="The server that may use it."
            placeholder="127.0.0.1"
            isMono
          />
          <TextField
            label="Port"
            value={draft.port}
            onChange={(text) => change('port', text)}
            error={problems.port}
            placeholder="27015"
            inputMode="numeric"
            isMono
          />
        </div>
      );
    case 'name':
      return (
        <div className={styles['fields']}>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(text) => change('name', text)}
            error={problems.name}
            hint={`${nameBytes(draft.name)} of ${LONGEST_IDENTITY_NAME} bytes in UTF-8`}
            placeholder="lobby-server"
          />
        </div>
      );
  }
}
