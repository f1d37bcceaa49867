import { figureInfo, formatFigure } from '../../../../app/voice/figures/figure-table.ts';
import { limitText } from '../../../../app/voice/figures/limit-text.ts';
import { limitsInForce } from '../../../../app/voice/take-limits.ts';
import type { TakeReport } from '../../../../app/voice/voice.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './figures.module.css';

export interface TakeJudgementProps {
  readonly report: TakeReport;
  /** Whether the name of the take has to be said. */
  readonly isNamed: boolean;
}

/** Why a take is within its limits or not, before one looks through the figures. */
export function TakeJudgement({ report, isNamed }: TakeJudgementProps) {
  const { limits } = useSettings().voice;
  const inForce = limitsInForce(limits);
  const { card, measurement, assessment } = report;
  const passed = Object.values(assessment.figures).filter((verdict) => verdict === 'pass').length;
  const words = {
    pass: `Within its ${passed} limits`,
    fail: 'Outside limits',
    empty: 'Nothing in it to hold against limits',
  }[assessment.verdict];
  return (
    <div className={styles['judgement']}>
      <Lamp state={lamps[assessment.verdict]} label={isNamed ? `${card.name}: ${words}` : words} />
      {isNamed && card.isSimulated && <Tag tone="simulated">Simulated</Tag>}
      {assessment.failed.length > 0 && (
        <ul aria-label={`Outside limits in ${card.name}`} className={styles['failed']}>
          {assessment.failed.map((key) => {
            const { title, unit } = figureInfo(key);
            return (
              <li key={key}>
                {title} {formatFigure(key, measurement.figures[key] ?? 0)}{' '}
                <span className={styles['faint']}>limit {limitText(inForce[key], unit)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

const lamps = {
  pass: 'on',
  fail: 'fault',
  empty: 'unknown',
} as const satisfies Record<TakeReport['assessment']['verdict'], LampState>;
