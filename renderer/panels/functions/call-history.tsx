import clsx from 'clsx';
import { ListTree } from 'lucide-react';
import type { JournalEntry } from '../../../app/journal/entry.ts';
import { summaryOf } from '../../journal/entry-summary.ts';
import { revealEntry } from '../../stores/timeline.ts';
import { clockText, durationText } from '../../ui/clock-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './tables.module.css';

export interface CallHistoryProps {
  readonly entries: readonly JournalEntry[];
}

/** The last calls of a function, whoever made them. */
export function CallHistory({ entries }: CallHistoryProps) {
  return (
    <Section title="Last calls" isFlush>
      {entries.length === 0 ? (
        <p className={styles['nothing']}>Not called since the timeline was cleared.</p>
      ) : (
        <Table label="Calls, the newest first" className={clsx(styles['table'], styles['scrolled'])}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Arguments</th>
              <th scope="col">Result</th>
              <th scope="col" className={styles['figure']}>
                Took
              </th>
              <th scope="col">
                <span className="visually-hidden">Timeline</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <HistoryRow key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

function HistoryRow({ entry }: { readonly entry: JournalEntry }) {
  const { seq, time, durationMs } = entry;
  return (
    <tr>
      <td className={styles['time']}>{clockText(time)}</td>
      <td className={styles['summary']}>{summaryOf({ ...entry, value: undefined }) || '–'}</td>
      <td className={styles['summary']}>
        {summaryOf({ ...entry, args: undefined }).replace(/^→ /, '') || '–'}
      </td>
      <td className={styles['figure']}>{durationMs === undefined ? '' : durationText(durationMs)}</td>
      <td className={styles['button']}>
        <IconButton
          icon={ListTree}
          label={`Show call ${seq} in the timeline`}
          onClick={() => revealEntry(seq)}
        />
      </td>
    </tr>
  );
}
