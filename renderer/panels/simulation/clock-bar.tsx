import { Pause, Play } from 'lucide-react';
import type { SimulatedWorld, SimulationChange } from '../../../app/simulator/knobs.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { momentText } from './simulated-time.ts';
import styles from './clock-bar.module.css';
import { useSimulatedNow } from './use-simulated-now.ts';

const steps = [
  { label: '1 s', stepMs: 1000 },
  { label: '1 min', stepMs: 60_000 },
  { label: '1 h', stepMs: 3_600_000 },
];

const usualRates = [1, 60];

export interface ClockBarProps {
  readonly clock: SimulatedWorld['clock'];
  readonly isRunning: boolean;
  readonly onChange: (change: NonNullable<SimulationChange['clock']>) => void;
}

/** Simulated time: what it is, whether and how fast it passes. */
export function ClockBar({ clock, isRunning, onChange }: ClockBarProps) {
  const { isPaused, rate } = clock;
  const rates = usualRates.includes(rate) ? usualRates : [...usualRates, rate];
  return (
    <div className={styles['bar']} role="group" aria-label="Simulated time">
      <ClockReading clock={clock} isRunning={isRunning} />
      <Button
        icon={isPaused ? Play : Pause}
        hint={
          isPaused ? 'Simulated time goes on' : 'Simulated time stands still: answers wait until it goes on'
        }
        onClick={() => onChange({ isPaused: !isPaused })}
      >
        {isPaused ? 'Run time' : 'Pause time'}
      </Button>
      <div className={styles['steps']} role="group" aria-label="Step">
        <span aria-hidden>Step</span>
        {steps.map(({ label, stepMs }) => (
          <Button
            key={stepMs}
            aria-label={`Step ${label}`}
            hint={`Goes on by ${label} at once, also while paused`}
            onClick={() => onChange({ stepMs })}
          >
            {label}
          </Button>
        ))}
      </div>
      <SegmentedControl
        label="Rate of simulated time"
        isLabelHidden
        value={String(rate)}
        options={rates.map((each) => ({ value: String(each), label: `×${each}` }))}
        onChange={(chosen) => onChange({ rate: Number(chosen) })}
      />
    </div>
  );
}

function ClockReading({ clock, isRunning }: Pick<ClockBarProps, 'clock' | 'isRunning'>) {
  const now = useSimulatedNow(clock, isRunning);
  return (
    <span className={styles['reading']}>
      <time dateTime={new Date(now).toISOString()} aria-label="Simulated time now">
        {momentText(now)}
      </time>
      {clock.isPaused && <span className={styles['paused']}>paused</span>}
    </span>
  );
}
