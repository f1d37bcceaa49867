import { useState } from 'react';
import { changeFilter, journalView, useJournal } from '../stores/journal.ts';
import styles from './toolbar-control.module.css';

/** Shows entries of one name alone. The system’s own list: it opens over the window’s edge and finds by typing. */
export function NameFilter() {
  const { name } = useJournal().filter;
  const [names, setNames] = useState<readonly (readonly [string, number])[]>([]);
  const read = (): void => setNames([...journalView.names()].sort(([a], [b]) => a.localeCompare(b)));
  const listed =
    name === undefined || names.some(([each]) => each === name) ? names : [[name, 0] as const, ...names];
  return (
    <select
      aria-label="Name"
      className={styles['select']}
      value={name ?? ''}
      onFocus={read}
      onPointerDown={read}
      onChange={(event) => changeFilter({ name: event.target.value === '' ? undefined : event.target.value })}
    >
      <option value="">Every name</option>
      {listed.map(([each, count]) => (
        <option key={each} value={each}>
          {each} ({count.toLocaleString('en')})
        </option>
      ))}
    </select>
  );
}
