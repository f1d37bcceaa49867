import type { SimulatedAccount } from '../../../../app/simulator/knobs.ts';
import { useSettings } from '../../../stores/settings.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import styles from '../simulation.module.css';
import type { AccountChange } from '../use-simulator.ts';

type Badge = SimulatedAccount['badges'][number];

const regularLevels = ['0', '1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }));
const foilLevels = ['0', '1'].map((level) => ({ value: level, label: level }));

export interface BadgeKnobsProps {
  readonly badges: readonly Badge[];
  readonly onChange: (change: AccountChange) => void;
}

/** Levels of the badges, for as many series as the account panel asks for. */
export function BadgeKnobs({ badges, onChange }: BadgeKnobsProps) {
  const { badgeSeries } = useSettings();
  const all = Array.from({ length: badgeSeries }, (_, index) => badgeOf(badges, index + 1));

  const change = (next: Badge): void =>
    onChange({ badges: [...badges.filter(({ series }) => series !== next.series), next] });

  return (
    <table className={styles['badges']}>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">Regular</th>
          <th scope="col">Foil</th>
        </tr>
      </thead>
      <tbody>
        {all.map((badge) => (
          <tr key={badge.series}>
            <th scope="row">{badge.series}</th>
            <td>
              <SegmentedControl
                label={`Regular badge of series ${badge.series}`}
                isLabelHidden
                value={String(badge.regular)}
                options={regularLevels}
                onChange={(level) => change({ ...badge, regular: Number(level) })}
              />
            </td>
            <td>
              <SegmentedControl
                label={`Foil badge of series ${badge.series}`}
                isLabelHidden
                value={String(badge.foil)}
                options={foilLevels}
                onChange={(level) => change({ ...badge, foil: Number(level) })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function badgeOf(badges: readonly Badge[], series: number): Badge {
  return badges.find((badge) => badge.series === series) ?? { series, regular: 0, foil: 0 };
}
