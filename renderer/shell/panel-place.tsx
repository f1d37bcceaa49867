import { Suspense } from 'react';
import { usePanelName } from '../stores/settings.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import styles from './panel-place.module.css';
import { panels } from './panel-registry.ts';

/** Where the open panel is. */
export function PanelPlace() {
  const name = usePanelName();
  const panel = panels.find((candidate) => candidate.name === name);
  if (panel === undefined) return null;
  const { Panel, title } = panel;
  return (
    // A place of its own for every panel: one does not open where another was scrolled to.
    <div
      key={name}
      role="region"
      aria-label={title}
      className={styles['place']}
      data-place="panel"
      tabIndex={-1}
    >
      <PanelBoundary title={title}>
        <Suspense>
          <Panel />
        </Suspense>
      </PanelBoundary>
    </div>
  );
}
