import { ArrowDownToLine, Download, PanelBottomClose, PanelRight, Pause, Play, Trash2 } from 'lucide-react';
import { shortcuts } from '../shell/shortcuts.ts';
import { clearJournal, saveJournal, togglePause, useJournal } from '../stores/journal.ts';
import { setDetailOpen, setFollowing, toggleTimeline, useTimeline } from '../stores/timeline.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { tooltip } from '../ui/tooltip.ts';
import { useCommand } from '../use-command.ts';
import { KindToggles } from './kind-toggles.tsx';
import { NameFilter } from './name-filter.tsx';
import { TextSearch } from './text-search.tsx';
import styles from './timeline-toolbar.module.css';

/** What is shown of the timeline, and what can be done with all of it. */
export function TimelineToolbar() {
  const { isPaused, held } = useJournal();
  const isFollowing = useTimeline((state) => state.isFollowing);
  const isDetailOpen = useTimeline((state) => state.isDetailOpen);
  const clear = useCommand(clearJournal);
  return (
    <div role="toolbar" aria-label="Timeline" className={styles['toolbar']}>
      <h2 className={styles['title']}>Timeline</h2>
      <KindToggles />
      <NameFilter />
      <TextSearch />
      <TimelineFigures />
      <div className={styles['actions']}>
        <IconButton
          icon={isPaused ? Play : Pause}
          label="Pause"
          hint={isPaused ? 'Go on' : 'Pause: hold what is shown. Entries go on being kept.'}
          isPressed={isPaused}
          shortcut={shortcuts.pauseTimeline}
          onClick={togglePause}
        />
        <IconButton
          icon={ArrowDownToLine}
          label="Follow"
          hint="Follow: keep the newest entry in sight"
          isPressed={isFollowing}
          shortcut={shortcuts.followTimeline}
          onClick={() => setFollowing(!isFollowing)}
        />
        <IconButton
          icon={PanelRight}
          label="Detail"
          hint="Detail of the selected entry"
          isPressed={isDetailOpen}
          onClick={() => setDetailOpen(!isDetailOpen)}
        />
        <span className={styles['divider']} />
        <IconButton
          icon={Download}
          label="Save as JSON Lines"
          hint="Save every entry as JSON Lines, credentials masked"
          shortcut={shortcuts.saveTimeline}
          disabled={held === 0}
          onClick={() => void saveJournal()}
        />
        <IconButton
          icon={Trash2}
          label="Clear"
          hint="Clear: forget every entry"
          isDanger
          shortcut={shortcuts.clearTimeline}
          disabled={held === 0}
          isBusy={clear.isBusy}
          onClick={() => void clear.run()}
        />
        <IconButton
          icon={PanelBottomClose}
          label="Hide the timeline"
          shortcut={shortcuts.toggleTimeline}
          onClick={toggleTimeline}
        />
      </div>
    </div>
  );
}

/** How many entries are shown and held, wait behind a pause, and had to go. */
function TimelineFigures() {
  const { shown, held, waiting, dropped, isPaused } = useJournal();
  const text = (count: number): string => count.toLocaleString('en');
  return (
    <p className={styles['figures']}>
      {isPaused && (
        <button type="button" className={styles['waiting']} onClick={togglePause}>
          Paused · {text(waiting)} new
        </button>
      )}
      <span>{shown === held ? `${text(held)} entries` : `${text(shown)} of ${text(held)}`}</span>
      {dropped > 0 && (
        <span className={styles['dropped']} {...tooltip('The oldest entries went to bound memory.')}>
          {text(dropped)} dropped
        </span>
      )}
    </p>
  );
}
