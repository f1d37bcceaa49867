import { LONGEST_IDENTITY_NAME } from '../../../app/steam/value-kinds.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { nameBytes, type DraftField, type RemoteDraft } from '../tickets/remote-draft.ts';
import type { Problem } from './call-draft.ts';
import styles from './call-form.module.css';

const kinds = [
  { value: 'anyone', label: 'Anyone' },
  { value: 'steamId', label: 'Steam id' },
  { value: 'address', label: 'Address' },
  { value: 'name', label: 'Name' },
] as const;

const fields: Readonly<Record<RemoteDraft['kind'], readonly (readonly [DraftField, string])[]>> = {
  anyone: [],
  steamId: [['steamId', 'Steam id']],
  address: [
    ['ip', 'IPv4 address'],
    ['port', 'Port'],
  ],
  name: [['name', 'Name']],
};

export interface RemoteParameterProps {
  readonly label: string;
  readonly draft: RemoteDraft;
  readonly problem: Problem | undefined;
  readonly onChange: (draft: RemoteDraft) => void;
}

/** Who is at the other end: nobody in particular, or one of the three forms of an identity. */
export function RemoteParameter({ label, draft, problem, onChange }: RemoteParameterProps) {
  const problems = typeof problem === 'object' ? problem : {};
  const hint =
    draft.kind === 'name' ? `${nameBytes(draft.name)} of ${LONGEST_IDENTITY_NAME} bytes in UTF-8` : undefined;
  return (
    <div className={styles['remote']}>
      <SegmentedControl
        label={label}
        value={draft.kind}
        options={kinds}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      {fields[draft.kind].map(([field, title]) => (
        <TextField
          key={field}
          label={title}
          value={draft[field]}
          onChange={(text) => onChange({ ...draft, [field]: text })}
          error={problems[field]}
          hint={hint}
          isMono={field !== 'name'}
        />
      ))}
    </div>
  );
}
