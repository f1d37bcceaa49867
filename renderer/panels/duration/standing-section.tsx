import type { ReactNode } from 'react';
import type { DurationReading } from '../../../app/duration/duration.ts';
import { progressWords } from '../../../app/duration/notifications.ts';
import { describeEnum, enumMember } from '../../../app/steam/enums.ts';
import { Lamp, type LampState } from '../../ui/lamp.tsx';
import { Mono } from '../../ui/mono.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './duration.module.css';
import { Gauge, type GaugeProps } from './gauge.tsx';
import { SimulationButton } from './simulation-button.tsx';

/** EResult OK. */
const OK = 1;

const SOON_SECONDS = 30 * 60;
const LONGEST_HOURS = 5;
const REST_HOURS = 3;

export interface StandingSectionProps {
  readonly reading: DurationReading;
}

/** What the newest reading says: whether the rules hold, what they ask for, and how much was played. */
export function StandingSection({ reading }: StandingSectionProps) {
  const { lamp, title, sentence } = standing(reading);
  const isCounted = reading.result === OK && reading.isApplicable;
  const progress = progressWords(reading.progress);
  return (
    <Section
      title="Newest reading"
      actions={
        <span className={styles['origin']}>
          {reading.isSimulated && <Tag tone="simulated">Simulated</Tag>}
          <Tag tone={reading.isAsked ? 'neutral' : 'accent'}>{reading.isAsked ? 'Asked' : 'Unasked'}</Tag>
          <RelativeTime at={reading.at} />
        </span>
      }
    >
      <div className={styles['standing']}>
        <div className={styles['verdict']}>
          <p className={styles['applies']}>
            <Lamp state={lamp} label={title} />
          </p>
          <p className={styles['sentence']}>{sentence}</p>
          {!isCounted && reading.result === OK && (
            <div className={styles['aside']}>
              <SimulationButton part="account" hint="The rules are a matter of the simulated account">
                Set the rules in Simulation
              </SimulationButton>
            </div>
          )}
          {isCounted && (
            <div className={styles['progress']}>
              <p className={styles['progressName']}>
                Progress <Mono>{`${progress.value} ${progress.name}`}</Mono>
                {progress.isDeprecated && <Tag>Deprecated</Tag>}
              </p>
              <p className={styles['sentence']}>{progress.duty}</p>
            </div>
          )}
        </div>
        <Gauges reading={isCounted ? reading : undefined} />
      </div>
    </Section>
  );
}

function Gauges({ reading }: { readonly reading: DurationReading | undefined }) {
  const last5Hours = reading?.secondsLast5Hours;
  const remaining = reading?.secondsRemaining;
  return (
    <div className={styles['gauges']}>
      <Gauge
        label="Last 5 hours"
        seconds={last5Hours}
        hours={LONGEST_HOURS}
        marks={[REST_HOURS]}
        tone={toneOf(last5Hours, REST_HOURS)}
        note="After 3 h a rest of 5 h is due."
      />
      <Gauge
        label="Today"
        seconds={reading?.secondsToday}
        hours={LONGEST_HOURS}
        marks={[LONGEST_HOURS]}
        tone={toneOf(reading?.secondsToday, LONGEST_HOURS)}
        note="5 h a day, by the calendar of China."
      />
      <Gauge
        label="Remaining"
        seconds={remaining}
        hours={LONGEST_HOURS}
        marks={[]}
        tone={
          remaining === undefined || remaining > SOON_SECONDS ? 'accent' : remaining > 0 ? 'warning' : 'fault'
        }
        note="Until Steam asks the game to end."
      />
    </div>
  );
}

function toneOf(seconds: number | undefined, limitHours: number): GaugeProps['tone'] {
  const left = limitHours * 3600 - (seconds ?? 0);
  if (left <= 0) return 'fault';
  return left <= SOON_SECONDS ? 'warning' : 'accent';
}

function standing({ result, isApplicable, appId, progress }: DurationReading): {
  readonly lamp: LampState;
  readonly title: string;
  readonly sentence: ReactNode;
} {
  if (result !== OK) {
    return {
      lamp: 'fault',
      title: 'Steam could not tell',
      sentence:
        `EResult ${describeEnum('EResult', result)}. ${enumMember('EResult', result)?.meaning ?? ''}`.trim(),
    };
  }
  if (!isApplicable) {
    return {
      lamp: 'off',
      title: 'Does not apply',
      sentence: `Not to this account in app ${appId}. The rules hold for accounts in China, in apps that opted in.`,
    };
  }
  const sentence = `To this account in app ${appId}: it plays under the rules of China, and the app opted in.`;
  return progress === 0
    ? { lamp: 'on', title: 'Applies, full progress', sentence }
    : {
        lamp: 'warning',
        title: progress >= 3 ? 'Applies: the game has to end' : 'Applies: progress is limited',
        sentence,
      };
}
