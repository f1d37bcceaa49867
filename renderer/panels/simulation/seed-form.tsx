import { useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import styles from './simulation.module.css';
import type { Simulator } from './use-simulator.ts';

const LARGEST_SEED = 0xffffffff;

export interface SeedFormProps {
  readonly simulator: Simulator;
}

/** The number from which everything random in the simulation follows. */
export function SeedForm({ simulator }: SeedFormProps) {
  const [seed, setSeed] = useState<number | undefined>(simulator.seed);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (seed !== undefined) simulator.startAnew(seed);
  };

  return (
    <form className={styles['seed']} onSubmit={submit} noValidate>
      <NumberField label="Seed" value={seed} minimum={0} maximum={LARGEST_SEED} onChange={setSeed} />
      <Button type="submit" disabled={seed === undefined} isBusy={simulator.isReconnecting}>
        Start anew
      </Button>
      <p className={styles['seedNote']}>
        The same seed and the same calls give the same bytes, handles and latencies. Starting anew resets
        every account and connects again.
      </p>
    </form>
  );
}
