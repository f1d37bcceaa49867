import clsx from 'clsx';
import { entryKinds, type EntryKind } from '../../app/journal/entry.ts';
import { changeFilter, useJournal } from '../stores/journal.ts';
import { tooltip } from '../ui/tooltip.ts';
import { kindLooks } from './kinds.ts';
import kinds from './kinds.module.css';
import styles from './kind-toggles.module.css';

/** Shows and hides kinds of entry; a double click shows one kind alone. */
export function KindToggles() {
  const { filter, byKind } = useJournal();
  const { hiddenKinds } = filter;

  const toggle = (kind: EntryKind): void => {
    const next = new Set(hiddenKinds);
    if (!next.delete(kind)) next.add(kind);
    changeFilter({ hiddenKinds: next });
  };
  const showAlone = (kind: EntryKind): void =>
    changeFilter({ hiddenKinds: new Set(entryKinds.filter((other) => other !== kind)) });

  return (
    <div role="group" aria-label="Kinds of entry" className={styles['toggles']}>
      {entryKinds.map((kind) => {
        const { icon: Glyph, plural } = kindLooks[kind];
        const isShown = !hiddenKinds.has(kind);
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isShown}
            className={clsx(styles['toggle'], isShown && kinds[kind])}
            {...tooltip(`${isShown ? 'Hide' : 'Show'} ${plural.toLowerCase()}. Double click: only these.`)}
            onClick={() => toggle(kind)}
            onDoubleClick={() => showAlone(kind)}
          >
            <Glyph size={12} strokeWidth={2} aria-hidden />
            <span className={styles['label']}>{plural}</span>
            <span className={styles['count']}>{byKind[kind].toLocaleString('en')}</span>
          </button>
        );
      })}
    </div>
  );
}
