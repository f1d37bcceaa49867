import { PanelBottomOpen } from 'lucide-react';
import { shortcuts } from '../shell/shortcuts.ts';
import { useJournal } from '../stores/journal.ts';
import { toggleTimeline } from '../stores/timeline.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './timeline-strip.module.css';

/** What is left of the timeline while it is hidden. */
export function TimelineStrip() {
  const { held } = useJournal();
  return (
    <section aria-label="Timeline" className={styles['strip']}>
      <h2 className={styles['title']}>Timeline</h2>
      <span className={styles['count']}>{held.toLocaleString('en')} entries</span>
      <IconButton
        icon={PanelBottomOpen}
        label="Show the timeline"
        shortcut={shortcuts.toggleTimeline}
        className={styles['open']}
        onClick={toggleTimeline}
      />
    </section>
  );
}
