import { lazy, Suspense } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useTimeline } from '../stores/timeline.ts';
import { EntryGrid } from './entry-grid.tsx';
import styles from './timeline.module.css';
import { TimelineToolbar } from './timeline-toolbar.tsx';

const EntryDetail = lazy(() =>
  import('./entry-detail.tsx').then((module) => ({ default: module.EntryDetail })),
);

/** Everything that happened between the bench and Steam, as it happens. */
export function Timeline() {
  const isDetailOpen = useTimeline((state) => state.isDetailOpen);
  return (
    <section aria-label="Timeline" className={styles['timeline']}>
      <TimelineToolbar />
      <Group orientation="horizontal" className={styles['split']}>
        <Panel id="entries" minSize={320}>
          <EntryGrid />
        </Panel>
        {isDetailOpen && (
          <>
            <Separator className={styles['separator']} aria-label="Width of the detail" />
            <Panel id="detail" minSize={260} defaultSize="38%">
              <Suspense>
                <EntryDetail />
              </Suspense>
            </Panel>
          </>
        )}
      </Group>
    </section>
  );
}
