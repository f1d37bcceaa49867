import { Search, X } from 'lucide-react';
import { changeFilter, useJournal } from '../stores/journal.ts';
import { Spinner } from '../ui/spinner.tsx';
import { tooltip } from '../ui/tooltip.ts';
import { shortcuts } from '../shell/shortcuts.ts';
import styles from './toolbar-control.module.css';

/** Shows entries that hold every word that is typed. */
export function TextSearch() {
  const { filter, isFilterBusy } = useJournal();
  const { text } = filter;
  return (
    <div className={styles['search']}>
      {isFilterBusy ? <Spinner /> : <Search size={12} aria-hidden />}
      <input
        type="text"
        aria-label="Search the timeline"
        placeholder="Search"
        data-place="timeline-search"
        autoComplete="off"
        spellCheck={false}
        className={styles['input']}
        value={text}
        {...tooltip('Words in names, arguments and values', shortcuts.searchTimeline)}
        onChange={(event) => changeFilter({ text: event.target.value })}
        onKeyDown={(event) => event.key === 'Escape' && changeFilter({ text: '' })}
      />
      {text !== '' && (
        <button
          type="button"
          aria-label="Empty the search"
          className={styles['reset']}
          onClick={() => changeFilter({ text: '' })}
        >
          <X size={12} aria-hidden />
        </button>
      )}
    </div>
  );
}
