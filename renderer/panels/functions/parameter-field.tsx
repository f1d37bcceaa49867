import { describeEnum, enums, type EnumName } from '../../../app/steam/enums.ts';
import type { Parameter } from '../../../app/steam/user-functions.ts';
import type { ValueKind } from '../../../app/steam/value-kinds.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftValue, Problem } from './call-draft.ts';
import styles from './call-form.module.css';
import { RemoteParameter } from './remote-parameter.tsx';

const kindHints: Partial<Record<ValueKind, string>> = {
  int32: 'A whole number.',
  uint32: 'A whole number from 0.',
  bytes: 'Bytes in hex; nothing for none.',
  steamId: 'A 64-bit Steam id in digits.',
  uint64: 'An unsigned 64-bit number in digits.',
  appId: 'An app id.',
  address: 'An IPv4 address, such as 127.0.0.1.',
  port: '0 to 65535.',
  ticketHandle: 'Handle of a ticket, as it was given.',
  text: 'Any text.',
};

export interface ParameterFieldProps {
  readonly name: string;
  readonly parameter: Parameter;
  readonly value: DraftValue;
  readonly problem: Problem | undefined;
  readonly onChange: (value: DraftValue) => void;
}

/** A control for one parameter, by its kind. */
export function ParameterField({ name, parameter, value, problem, onChange }: ParameterFieldProps) {
  const { kind, enumeration, note, optional } = parameter;
  const hint = [
    note ?? kindHints[kind],
    optional === true && kind === 'text' ? 'Nothing is sent if empty.' : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (typeof value === 'object')
    return <RemoteParameter label={name} draft={value} problem={problem} onChange={onChange} />;
  if (typeof value === 'boolean') return <Switch label={name} hint={hint} isOn={value} onChange={onChange} />;
  const error = typeof problem === 'string' ? problem : undefined;
  if (enumeration !== undefined)
    return (
      <EnumField name={name} enumeration={enumeration} value={value} error={error} onChange={onChange} />
    );
  return (
    <TextField
      label={name}
      value={value}
      onChange={onChange}
      hint={hint}
      error={error}
      isMono={kind !== 'text'}
    />
  );
}

interface EnumFieldProps {
  readonly name: string;
  readonly enumeration: EnumName;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The names that are known, and beside them the number, which may be another: Steam may know more. */
function EnumField({ name, enumeration, value, error, onChange }: EnumFieldProps) {
  const options = enums[enumeration].map((member) => ({
    value: String(member.value),
    label: describeEnum(enumeration, member.value),
    meaning: member.meaning,
  }));
  return (
    <div className={styles['enumeration']}>
      <SelectField
        label={name}
        value={options.some((option) => option.value === value) ? value : undefined}
        options={options}
        placeholder={value === '' ? 'Choose' : 'Another number'}
        hint={enumeration}
        onChange={onChange}
      />
      <TextField
        label={`${name} as a number`}
        value={value}
        onChange={onChange}
        error={error}
        inputMode="numeric"
        isMono
      />
    </div>
  );
}
