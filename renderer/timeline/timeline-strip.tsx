import { PanelBottomOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { shortcuts } from '../shell/shortcuts.ts';
import { journalView } from '../stores/journal.ts';
import { toggleTimeline } from '../stores/timeline.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './timeline-strip.module.css';

/** What is left of the timeline while it is hidden. */
export function TimelineStrip() {
  const held = useHeldCount();
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

const COUNT_MS = 1000;

/**
 * How many entries are held, seldom. It stands at the edge of the window, and whatever lies between it and something that
 * moves is composed anew with every change of it: while a voice is recorded there would be seven a second.
 */
function useHeldCount(): number {
  const [held, setHeld] = useState(() => journalView.figures().held);
  useEffect(() => {
    const timer = setInterval(() => setHeld(journalView.figures().held), COUNT_MS);
    return () => clearInterval(timer);
  }, []);
  return held;
}
