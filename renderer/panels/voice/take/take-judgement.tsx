import { figureInfo, formatFigure } from '../../../../app/voice/figures/figure-table.ts';
import { limitsInForce } from '../../../../app/voice/take-limits.ts';
import type { TakeReport } from '../../../../app/voice/voice.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Lamp, type LampState } from '../../../ui/lamp.tsx';
import styles from './figures.module.css';
import { limitText } from './limit-text.ts';

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
  const failed = assessment.failed.map((key) => {
    const { title, unit } = figureInfo(key);
    return `${title} ${formatFigure(key, measurement.figures[key] ?? 0)} (${limitText(inForce[key], unit)})`;
  });
  const words = {
    pass: `Within its ${passed} limits`,
    fail: `Outside limits: ${failed.join(' · ')}`,
    empty: 'Nothing in it to hold against limits',
  }[assessment.verdict];
  return (
    <p className={styles['judgement']}>
      <Lamp state={lamps[assessment.verdict]} label={isNamed ? `${card.name}: ${words}` : words} />
    </p>
  );
}

const lamps = {
  pass: 'on',
  fail: 'fault',
  empty: 'unknown',
} as const satisfies Record<TakeReport['assessment']['verdict'], LampState>;
