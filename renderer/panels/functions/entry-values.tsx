import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { JournalEntry } from '../../../app/journal/entry.ts';
import { toHex } from '../../../app/steam/hex.ts';
import { detailFields, rawBytes } from '../../timeline/detail-fields.ts';
import { FieldTable } from '../../timeline/field-table.tsx';
import { Button } from '../../ui/button.tsx';
import { HexView } from '../tickets/hex-view.tsx';
import styles from './entry-values.module.css';

export interface EntryValuesProps {
  readonly entry: JournalEntry;
  readonly caption: string;
}

/** What came back or arrived: fields by name and meaning, bytes as hex. Credentials are masked; key it by the entry. */
export function EntryValues({ entry, caption }: EntryValuesProps) {
  const [isShown, setIsShown] = useState(false);
  const isSecret =
    typeof rawBytes(entry, false) === 'string' ||
    detailFields(entry, 'value', false).some((field) => field.isMasked);
  const buffers = buffersOf(entry.value);
  const fields = detailFields(entry, 'value', isShown).map((field) => {
    const buffer = buffers.find(({ key }) => key === field.name);
    return buffer === undefined || field.isMasked
      ? field
      : { ...field, text: `${buffer.bytes.length} bytes` };
  });
  const raw = rawBytes(entry, isShown);

  return (
    <div className={styles['values']}>
      {fields.length === 0 ? (
        <p className={styles['nothing']}>
          {entry.kind === 'call' ? 'Returned nothing, as it should.' : 'Has no fields.'}
        </p>
      ) : (
        <FieldTable caption={caption} fields={fields} />
      )}
      {isSecret && (
        <div className={styles['secret']}>
          <span>Holds a credential{isShown ? ': do not share what is shown.' : ', masked.'}</span>
          <Button icon={isShown ? EyeOff : Eye} aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </div>
      )}
      {(isShown || !isSecret) &&
        buffers
          .filter(({ bytes }) => bytes.length > 0)
          .map(({ key, bytes }) => <Bytes key={key} title={`Bytes of ${key}`} hex={toHex(bytes)} />)}
      {raw instanceof Uint8Array && <Bytes title="Raw bytes" hex={toHex(raw)} />}
    </div>
  );
}

function Bytes({ title, hex }: { readonly title: string; readonly hex: string }) {
  return (
    <div>
      <h3 className={styles['heading']}>{title}</h3>
      <HexView hex={hex} label={title} />
    </div>
  );
}

interface Buffer {
  readonly key: string;
  readonly bytes: Uint8Array;
}

function buffersOf(value: unknown): readonly Buffer[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, bytes]: [string, unknown]) =>
    bytes instanceof Uint8Array ? [{ key, bytes }] : [],
  );
}
