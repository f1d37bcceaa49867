import { useState } from 'react';
import type { DurationReading } from '../../../app/duration/duration.ts';
import { notificationWords, type Urgency } from '../../../app/duration/notifications.ts';
import { clockText } from '../../ui/clock-text.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './feed.module.css';
import { countersText } from './plot-data.ts';
import { SimulationButton } from './simulation-button.tsx';

/** More rows than that nobody reads; the timeline has them all. */
const MOST_ROWS = 50;

const lamps: Readonly<Record<Urgency, LampState>> = {
  none: 'off',
  tell: 'on',
  limited: 'warning',
  end: 'fault',
};

const filters = [
  { value: 'all', label: 'All readings' },
  { value: 'notifications', label: 'Notifications' },
] as const;

export interface FeedSectionProps {
  readonly readings: readonly DurationReading[];
}

/** Every reading in words, newest first: what Steam notified of, and what the game should do. */
export function FeedSection({ readings }: FeedSectionProps) {
  const [filter, setFilter] = useState<(typeof filters)[number]['value']>('all');
  const chosen = filter === 'all' ? readings : readings.filter(({ notification }) => notification !== 0);
  const hidden = chosen.length - MOST_ROWS;
  return (
    <Section
      title="Notifications"
      isFlush
      actions={
        <>
          <SimulationButton part="events" hint="In the Simulation panel, under Duration control">
            Send one in Simulation
          </SimulationButton>
          <SegmentedControl
            label="Show"
            isLabelHidden
            value={filter}
            options={filters}
            onChange={setFilter}
          />
        </>
      }
    >
      {chosen.length === 0 ? (
        <p className={styles['none']}>
          {readings.length === 0
            ? 'Readings are listed here as they come: asked for, or told by Steam unasked.'
            : 'No reading carried a notification yet. Steam sends them unasked.'}
        </p>
      ) : (
        <div className={styles['scroll']} role="region" aria-label="Readings, newest first" tabIndex={0}>
          <ol className={styles['feed']}>
            {chosen.slice(0, MOST_ROWS).map((reading) => (
              <FeedRow key={reading.seq} reading={reading} />
            ))}
          </ol>
          {hidden > 0 && <p className={styles['none']}>{hidden} older ones are in the timeline.</p>}
        </div>
      )}
    </Section>
  );
}

function FeedRow({ reading }: { readonly reading: DurationReading }) {
  const { value, name, duty, urgency } = notificationWords(reading.notification);
  return (
    <li className={styles['row']}>
      <time dateTime={new Date(reading.at).toISOString()} className={styles['time']}>
        {clockText(reading.at).slice(0, 8)}
      </time>
      <span>
        <Tag tone={reading.isAsked ? 'neutral' : 'accent'}>{reading.isAsked ? 'Asked' : 'Unasked'}</Tag>
      </span>
      <div className={styles['words']}>
        <p className={styles['name']}>
          <Lamp state={lamps[urgency]} label={`${value} ${name}`} />
          {reading.isSimulated && <Tag tone="simulated">Simulated</Tag>}
        </p>
        <p>{duty}</p>
        <p className={styles['counters']}>
          {reading.isApplicable ? countersText(reading) : 'Does not apply: nothing is counted'}
        </p>
      </div>
    </li>
  );
}
