import { timelineKeys } from '../timeline/timeline-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { actions } from './actions.ts';
import styles from './shortcuts-dialog.module.css';

/** Every shortcut, by what it is for. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const bound = actions.filter((action) => action.shortcut !== undefined);
  const groups = [...new Set(bound.map((action) => action.group))];
  return (
    <Dialog title="Keyboard shortcuts" size="wide" isOpen onClose={onClose}>
      <div className={styles['columns']}>
        {groups.map((group) => (
          <ShortcutGroup
            key={group}
            title={group}
            rows={bound
              .filter((action) => action.group === group)
              .map(({ title, shortcut = '' }) => ({ title, keys: [shortcut] }))}
          />
        ))}
        <ShortcutGroup title="In the list of entries" rows={timelineKeys} />
      </div>
    </Dialog>
  );
}

interface ShortcutGroupProps {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly keys: readonly string[] }[];
}

function ShortcutGroup({ title, rows }: ShortcutGroupProps) {
  return (
    <section className={styles['group']}>
      <h3 className={styles['heading']}>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title} className={styles['row']}>
            <dt>{row.title}</dt>
            <dd className={styles['keys']}>
              {row.keys.map((shortcut) => (
                <Keys key={shortcut} shortcut={shortcut} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
