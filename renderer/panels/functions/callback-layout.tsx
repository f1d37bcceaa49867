import {
  placedAt,
  userCallbacks,
  type Field,
  type Packing,
  type UserCallback,
  type UserCallbackName,
} from '../../../app/steam/user-callbacks.ts';
import { useAbout } from '../../stores/about.ts';
import { fieldPlaces } from '../../timeline/detail-fields.ts';
import { Section } from '../../ui/section.tsx';
import { StillTable } from '../../ui/table.tsx';
import { EnumMembers } from './enum-members.tsx';
import styles from './tables.module.css';

const platforms: Readonly<Record<Packing, string>> = { 4: 'Linux and macOS', 8: 'Windows' };

export interface CallbackLayoutProps {
  readonly name: UserCallbackName;
}

/** Where the fields of a callback lie in its bytes: here, and on other platforms where that differs. */
export function CallbackLayout({ name }: CallbackLayoutProps) {
  const row: UserCallback = userCallbacks[name];
  const here: Packing = useAbout()?.platform.startsWith('win32') ? 8 : 4;
  const elsewhere: Packing = here === 4 ? 8 : 4;
  const fields = Object.entries(row.fields);
  const places = placesOf(name, here);
  const others = placesOf(name, elsewhere);
  const size = placedAt(row.size, here);
  const otherSize = placedAt(row.size, elsewhere);
  const hasTwo = size !== otherSize;
  const note = hasTwo
    ? `${size} bytes here, ${otherSize} on ${platforms[elsewhere]}`
    : `${size} ${size === 1 ? 'byte' : 'bytes'} on every platform`;

  return (
    <Section title="Layout" note={note} isFlush>
      {fields.length === 0 ? (
        <p className={styles['nothing']}>No fields: the one byte means nothing.</p>
      ) : (
        <StillTable className={styles['table']}>
          <thead>
            <tr>
              <th scope="col" className={styles['figure']}>
                Offset
              </th>
              {hasTwo && (
                <th scope="col" className={styles['figure']}>
                  {platforms[elsewhere]}
                </th>
              )}
              <th scope="col" className={styles['figure']}>
                Bytes
              </th>
              <th scope="col">Field</th>
              <th scope="col">Type</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([key, field]) => {
              const place = places.get(key);
              return (
                <tr key={key}>
                  <td className={styles['figure']}>{place?.from}</td>
                  {hasTwo && <td className={styles['figure']}>{others.get(key)?.from}</td>}
                  <td className={styles['figure']}>{place && place.to - place.from}</td>
                  <th scope="row" className={styles['mono']}>
                    {key}
                  </th>
                  <td>
                    <span className={styles['mono']}>{typeText(field)}</span>
                    {field.meaning !== undefined && <div className={styles['meaning']}>{field.meaning}</div>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </StillTable>
      )}
      <EnumMembers enumerations={fields.flatMap(([, { enumeration }]) => enumeration ?? [])} />
    </Section>
  );
}

/** The places in bytes of that packing: what tells packings apart is the size. */
function placesOf(name: UserCallbackName, packing: Packing): ReturnType<typeof fieldPlaces> {
  const raw = '00'.repeat(placedAt(userCallbacks[name].size, packing));
  return fieldPlaces({ seq: 0, time: 0, kind: 'callback', name, raw });
}

function typeText(field: Field): string {
  const room = field.type === 'text' || field.type === 'bytes' ? `[${field.length}]` : '';
  return field.enumeration ?? `${field.type}${room}`;
}
