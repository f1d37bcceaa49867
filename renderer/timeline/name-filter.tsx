import { useMemo } from 'react';
import { changeFilter, journalView, useJournal } from '../stores/journal.ts';
import styles from './toolbar-control.module.css';

/** Shows entries of one name alone. The system’s own list: it opens over the window’s edge and finds by typing. */
export function NameFilter() {
  const { filter, namesVersion } = useJournal();
  const chosen = filter.name;
  // The names are outside React’s state; their version says when to read them again.
  const names = useMemo(() => readNames(chosen, namesVersion), [chosen, namesVersion]);
  return (
    <select
      aria-label="Name"
      className={styles['select']}
      value={chosen ?? ''}
      onChange={(event) => changeFilter({ name: event.target.value === '' ? undefined : event.target.value })}
    >
      <option value="">Every name</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Every name held, and the chosen one also where none of its entries is left. */
function readNames(chosen: string | undefined, _version: number): readonly string[] {
  const names = new Set(journalView.names().keys());
  if (chosen !== undefined) names.add(chosen);
  return [...names].sort((a, b) => a.localeCompare(b));
}
