import clsx from 'clsx';
import { enums, type EnumName } from '../../../app/steam/enums.ts';
import { Table } from '../../ui/table.tsx';
import styles from './enum-members.module.css';
import tables from './tables.module.css';

export interface EnumMembersProps {
  readonly enumerations: readonly EnumName[];
}

/** Every member of some enumerations, folded. */
export function EnumMembers({ enumerations }: EnumMembersProps) {
  return [...new Set(enumerations)].map((name) => (
    <details key={name} className={styles['details']}>
      <summary className={styles['summary']}>
        {name}, {enums[name].length} values
      </summary>
      <Table label={`Values of ${name}`} className={clsx(tables['table'], tables['scrolled'])}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Name</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {enums[name].map(({ value, name: member, meaning }) => (
            <tr key={value}>
              <td className={tables['figure']}>{value}</td>
              <td className={tables['mono']}>{member}</td>
              <td className={tables['meaning']}>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  ));
}
