import type { WalkStep } from '../../../../app/walk-through/walk-through.ts';
import { revealEntry } from '../../../stores/timeline.ts';
import { Button } from '../../../ui/button.tsx';
import { Lamp } from '../../../ui/lamp.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { stepLamps, stepWords, whoWords } from './step-words.ts';
import styles from './walk-through.module.css';

export interface StepRowProps {
  readonly step: WalkStep;
  readonly number: number;
}

/** One step: what is done and by whom, what Steam answered, and the time it took. */
export function StepRow({ step, number }: StepRowProps) {
  const { title, what, who } = stepWords[step.name];
  const { lamp, label } = stepLamps[step.state];
  const { answer, meaning, tookMs, seq } = step;
  return (
    <li className={styles['step']} data-state={step.state} aria-label={`Step ${number}: ${title}`}>
      <span className={styles['number']} aria-hidden>
        {number}
      </span>
      <div className={styles['what']}>
        <p className={styles['title']}>{title}</p>
        <p className={styles['by']}>
          <Mono>{what}</Mono> · {whoWords[who]}
        </p>
      </div>
      <Lamp state={lamp} label={label} />
      <div className={styles['answer']}>
        {answer !== undefined && (
          <p>
            <Mono>{answer}</Mono>
          </p>
        )}
        {meaning !== undefined && <p className={styles['meaning']}>{meaning}</p>}
      </div>
      <span className={styles['took']}>{tookMs === undefined ? '' : tookText(tookMs)}</span>
      <span className={styles['entry']}>
        {seq !== undefined && (
          <Button kind="quiet" hint="Show its entry in the timeline" onClick={() => revealEntry(seq)}>
            Entry {seq}
          </Button>
        )}
      </span>
    </li>
  );
}

/** A call that returns within a millisecond has no figure worth reading. */
function tookText(tookMs: number): string {
  return tookMs < 1 ? 'at once' : `${Math.round(tookMs)} ms`;
}
