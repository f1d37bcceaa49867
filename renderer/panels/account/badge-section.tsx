import { Minus, Plus } from 'lucide-react';
import type { BadgeLevel } from '../../../app/account/account.ts';
import { refreshAccount } from '../../stores/account.ts';
import { changeSettings, useSettings } from '../../stores/settings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import styles from './badges.module.css';

const MOST_SERIES = 50;
const HIGHEST_REGULAR = 5;
const HIGHEST_FOIL = 1;

export interface BadgeSectionProps {
  readonly badges: readonly BadgeLevel[];
  readonly steamLevel: number | undefined;
}

/** Steam level, and the badges of this app by series. */
export function BadgeSection({ badges, steamLevel }: BadgeSectionProps) {
  return (
    <Section title="Level & badges" actions={<SeriesStepper />} isFlush>
      <p className={styles['level']}>
        <span>Steam level</span>
        <output aria-label="Steam level" className={styles['levelNumber']}>
          {steamLevel ?? '–'}
        </output>
      </p>
      <Table label="Badges by series" className={styles['badges']}>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Regular</th>
            <th scope="col">Foil</th>
          </tr>
        </thead>
        <tbody>
          {badges.map(({ series, regular, foil }) => (
            <tr key={series}>
              <th scope="row">{series}</th>
              <td>
                <Level level={regular} highest={HIGHEST_REGULAR} />
              </td>
              <td>
                <Level level={foil} highest={HIGHEST_FOIL} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

interface LevelProps {
  readonly level: number | undefined;
  readonly highest: number;
}

function Level({ level, highest }: LevelProps) {
  return (
    <span className={styles['badge']} data-earned={level !== undefined && level > 0}>
      <span className={styles['number']}>{level ?? '–'}</span>
      <span className={styles['pips']} aria-hidden>
        {Array.from({ length: highest }, (_, place) => (
          <span key={place} className={styles['pip']} data-lit={level !== undefined && place < level} />
        ))}
      </span>
    </span>
  );
}

function SeriesStepper() {
  const { badgeSeries } = useSettings();
  const change = async (next: number): Promise<void> => {
    await changeSettings({ badgeSeries: next });
    await refreshAccount();
  };
  return (
    <div role="group" aria-label="Series to ask for" className={styles['stepper']}>
      <IconButton
        icon={Minus}
        label="One series fewer"
        disabled={badgeSeries <= 1}
        onClick={() => void change(badgeSeries - 1)}
      />
      <output aria-label="Series asked for" className={styles['count']}>
        {badgeSeries} series
      </output>
      <IconButton
        icon={Plus}
        label="One series more"
        disabled={badgeSeries >= MOST_SERIES}
        onClick={() => void change(badgeSeries + 1)}
      />
    </div>
  );
}
