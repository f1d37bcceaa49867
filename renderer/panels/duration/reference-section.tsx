import { ChevronRight } from 'lucide-react';
import { notifications, progressValues, type DurationWords } from '../../../app/duration/notifications.ts';
import { iconProps } from '../../ui/icon.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './reference.module.css';

/** Every value that Steam may send, and what a game should do about each. */
export function ReferenceSection() {
  return (
    <details className={styles['reference']}>
      <summary className={styles['summary']}>
        <ChevronRight {...iconProps} className={styles['chevron']} />
        Every notification and progress value, and what each asks of a game
      </summary>
      <div className={styles['tables']}>
        <Values title="EDurationControlNotification" members={notifications} />
        <Values title="EDurationControlProgress" members={progressValues} />
      </div>
    </details>
  );
}

function Values({ title, members }: { readonly title: string; readonly members: readonly DurationWords[] }) {
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{title}</caption>
      <tbody>
        {members.map(({ value, name, duty, isDeprecated }) => (
          <tr key={value}>
            <th scope="row">
              <code>
                {value} {name}
              </code>
            </th>
            <td>
              {duty} {isDeprecated && <Tag>Deprecated</Tag>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
