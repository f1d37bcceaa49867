import { NestedValue } from './nested-value.tsx';
import type { ByteRange, DetailField } from './detail-fields.ts';
import styles from './field-table.module.css';

export interface FieldTableProps {
  readonly caption: string;
  readonly fields: readonly DetailField[];
  /** Told of the field under the pointer, for its bytes to be pointed out. */
  readonly onPoint?: (range: ByteRange | undefined) => void;
}

/** Decoded values: name, offset in the bytes where there are any, value, meaning. */
export function FieldTable({ caption, fields, onPoint }: FieldTableProps) {
  const hasOffsets = fields.some((field) => field.range !== undefined);
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          {hasOffsets && <th scope="col">Offset</th>}
          <th scope="col">Name</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr
            key={field.name}
            className={styles['row']}
            onPointerEnter={() => onPoint?.(field.range)}
            onPointerLeave={() => onPoint?.(undefined)}
          >
            {hasOffsets && (
              <td className={styles['offset']}>{field.range?.from.toString(16).padStart(4, '0') ?? ''}</td>
            )}
            <th scope="row" className={styles['name']}>
              {field.name}
            </th>
            <td className={styles['value']}>
              {field.nested === undefined ? (
                <span className={field.isMasked ? styles['masked'] : undefined}>{field.text}</span>
              ) : (
                <NestedValue value={field.nested} />
              )}
              {field.meaning !== '' && <span className={styles['meaning']}>{field.meaning}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
