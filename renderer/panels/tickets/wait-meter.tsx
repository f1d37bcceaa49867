import { Meter } from '../../ui/meter.tsx';
import { useNow } from '../../ui/use-now.ts';

export interface WaitMeterProps {
  /** What is waited for. */
  readonly label: string;
  readonly since: number;
  readonly deadline: number;
}

/** The time that is left for Steam’s answer. */
export function WaitMeter({ label, since, deadline }: WaitMeterProps) {
  const now = useNow(200);
  const length = deadline - since;
  const left = Math.min(length, Math.max(0, deadline - now));
  return (
    <Meter
      label={label}
      value={Math.round(left)}
      maximum={length}
      text={`${Math.ceil(left / 1000)} s left`}
    />
  );
}
