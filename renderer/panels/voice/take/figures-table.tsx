import clsx from 'clsx';
import type { FigureVerdict } from '../../../../app/voice/figures/assess.ts';
import {
  figureInfo,
  figureKeys,
  formatFigure,
  type FigureKey,
} from '../../../../app/voice/figures/figure-table.ts';
import { limitText } from '../../../../app/voice/figures/limit-text.ts';
import { limitsInForce } from '../../../../app/voice/take-limits.ts';
import type { TakeReport } from '../../../../app/voice/voice.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Table } from '../../../ui/table.tsx';
import { tooltip } from '../../../ui/tooltip.ts';
import { differenceText } from './difference-text.ts';
import styles from './figures.module.css';
import { LimitFields } from './limit-fields.tsx';

export interface FiguresTableProps {
  /** One, or two to be compared. */
  readonly reports: readonly TakeReport[];
  readonly isEditing: boolean;
}

/** Every figure of a take: what it is, what it has to keep to, and whether it does. */
export function FiguresTable({ reports, isEditing }: FiguresTableProps) {
  const { limits } = useSettings().voice;
  const inForce = limitsInForce(limits);
  const [first, second] = reports;
  // What fails comes first; while limits are changed every row stays where it is.
  const keys = isEditing ? figureKeys : failedFirst(reports);
  return (
    <Table label="Figures" className={clsx(styles['figures'], second !== undefined && styles['compared'])}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          {reports.map(({ card }) => (
            <th key={card.id} scope="col" className={styles['value']} {...tooltip(card.name)}>
              {card.name}
            </th>
          ))}
          {second !== undefined && (
            <th scope="col" className={styles['value']} {...tooltip('The second take less the first.')}>
              Difference
            </th>
          )}
          <th scope="col">Limit</th>
          <th scope="col" className={styles['meaning']}>
            What it is
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const { title, unit, explanation } = figureInfo(key);
          return (
            <tr key={key}>
              <th scope="row" {...tooltip(explanation)}>
                {title}
              </th>
              {reports.map(({ card, measurement, assessment }) => {
                const value = measurement.figures[key];
                const lamp = lamps[assessment.figures[key]];
                return (
                  <td key={card.id} className={styles['value']}>
                    {value === undefined ? (
                      <span className={styles['faint']}>
                        –<span className="visually-hidden">not measured</span>
                      </span>
                    ) : (
                      formatFigure(key, value)
                    )}
                    <span className={styles['lamp']}>
                      {lamp !== undefined && <Lamp state={lamp.state} label={lamp.label} isLabelHidden />}
                    </span>
                  </td>
                );
              })}
              {second !== undefined && (
                <td className={styles['value']}>
                  {differenceText(key, first?.measurement.figures[key], second.measurement.figures[key])}
                </td>
              )}
              <td className={styles['limit']}>
                {isEditing ? (
                  <LimitFields figure={key} limit={inForce[key]} isChanged={limits[key] !== undefined} />
                ) : (
                  <span className={inForce[key] === undefined ? styles['faint'] : undefined}>
                    {limitText(inForce[key], unit)}
                  </span>
                )}
              </td>
              <td className={styles['meaning']}>{explanation}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function failedFirst(reports: readonly TakeReport[]): readonly FigureKey[] {
  const isFailed = (key: FigureKey): boolean =>
    reports.some(({ assessment }) => assessment.figures[key] === 'fail');
  return [...figureKeys.filter(isFailed), ...figureKeys.filter((key) => !isFailed(key))];
}

const lamps: Readonly<Record<FigureVerdict, { state: LampState; label: string } | undefined>> = {
  pass: { state: 'on', label: 'Within its limit' },
  fail: { state: 'fault', label: 'Outside its limit' },
  open: undefined,
  'not-measured': undefined,
};
