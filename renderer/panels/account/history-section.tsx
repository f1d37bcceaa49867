import { useState } from 'react';
import type { ConnectionStretch } from '../../../app/account/account.ts';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './history.module.css';
import { HistoryEvents } from './history-events.tsx';
import { HistoryStrip } from './history-strip-view.tsx';
import type { StripRange } from './history-strip.ts';

const ranges = [
  { value: 'tenMinutes', label: '10 min' },
  { value: 'hour', label: '1 h' },
  { value: 'all', label: 'All' },
] as const satisfies readonly { readonly value: StripRange; readonly label: string }[];

export interface HistorySectionProps {
  readonly history: readonly ConnectionStretch[];
}

/** When Steam was connected to its servers and when not, as a strip over time and as a list. */
export function HistorySection({ history }: HistorySectionProps) {
  const [range, setRange] = useState<StripRange>('all');
  // What has just happened lies later than the last look at the clock.
  const now = Math.max(useNow(1000), history.at(-1)?.from ?? 0);
  return (
    <Section
      title="Connection to the Steam servers"
      isFlush
      actions={
        <SegmentedControl label="Range" isLabelHidden value={range} options={ranges} onChange={setRange} />
      }
    >
      <div className={styles['strip']}>
        <HistoryStrip history={history} now={now} range={range} />
      </div>
      <HistoryEvents history={history} now={now} />
    </Section>
  );
}
