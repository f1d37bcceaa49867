import { lazy, Suspense, useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useAbout } from '../stores/about.ts';
import { useOverlay } from '../stores/overlay.ts';
import { isSimulated, useSession } from '../stores/session.ts';
import { changeSettings, readSettingsNow, useSettings } from '../stores/settings.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { TimelineStrip } from '../timeline/timeline-strip.tsx';
import { TooltipLayer } from '../ui/tooltip-layer.tsx';
import styles from './app.module.css';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { PanelPlace } from './panel-place.tsx';
import { ToastLayer } from './toast-layer.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const Overlays = lazy(() => import('./overlays.tsx').then((module) => ({ default: module.Overlays })));

/** The window: what is connected on top, panels at the left, the timeline below whatever panel is open. */
export function App() {
  const overlay = useOverlay();
  const { isTimelineOpen } = useSettings();
  const session = useSession();
  const player = useAbout()?.player === undefined ? undefined : session.personaName;
  useShortcuts();
  useEffect(() => {
    document.title = player === undefined ? 'Steam Test Bench' : `${player} – Steam Test Bench`;
  }, [player]);
  return (
    <div className={styles['app']} data-simulated={isSimulated(session) || undefined}>
      <TopBar />
      <main className={styles['main']}>
        <Split isTimelineOpen={isTimelineOpen} />
        {!isTimelineOpen && <TimelineStrip />}
      </main>
      <ToastLayer />
      <TooltipLayer />
      {overlay !== undefined && (
        <Suspense>
          <Overlays overlay={overlay} />
        </Suspense>
      )}
    </div>
  );
}

function Work() {
  return (
    <div className={styles['work']}>
      <Navigation />
      <div className={styles['content']}>
        <Notices />
        <PanelPlace />
      </div>
    </div>
  );
}

/** The panel stays mounted when the timeline comes or goes: what was typed or shown in it is not lost. */
function Split({ isTimelineOpen }: { readonly isTimelineOpen: boolean }) {
  const keepSize = ({ timeline }: Readonly<Record<string, number>>): void => {
    if (timeline === undefined) return;
    const timelinePercent = Math.min(85, Math.max(10, Math.round(timeline * 10) / 10));
    if (timelinePercent !== readSettingsNow().timelinePercent) void changeSettings({ timelinePercent });
  };
  // Read when the timeline is opened: from then on the group knows its sizes itself.
  const { timelinePercent } = readSettingsNow();
  return (
    <Group
      orientation="vertical"
      className={styles['split']}
      defaultLayout={
        isTimelineOpen ? { work: 100 - timelinePercent, timeline: timelinePercent } : { work: 100 }
      }
      onLayoutChanged={keepSize}
    >
      <Panel id="work" minSize={140}>
        <Work />
      </Panel>
      {isTimelineOpen && (
        <>
          <Separator className={styles['separator']} aria-label="Height of the timeline" />
          <Panel id="timeline" minSize={96} defaultSize={`${timelinePercent}%`}>
            <Timeline />
          </Panel>
        </>
      )}
    </Group>
  );
}
