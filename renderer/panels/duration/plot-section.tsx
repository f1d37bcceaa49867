import { useMemo } from 'react';
import type { DurationReading } from '../../../app/duration/duration.ts';
import { Section } from '../../ui/section.tsx';
import { PlayTimePlot } from './play-time-plot.tsx';
import { plotData } from './plot-data.ts';
import styles from './plot.module.css';

export interface PlotSectionProps {
  readonly readings: readonly DurationReading[];
}

/** Play time over time, as soon as Steam counted any. */
export function PlotSection({ readings }: PlotSectionProps) {
  const data = useMemo(() => plotData(readings), [readings]);
  if (data.readings.length === 0) return null;
  const count = data.readings.length === 1 ? '1 reading' : `${data.readings.length} readings`;
  return (
    <Section title="Play time over time" actions={<span className={styles['count']}>{count}</span>} isFlush>
      <PlayTimePlot data={data} />
    </Section>
  );
}
