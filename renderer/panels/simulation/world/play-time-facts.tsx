import { describeEnum } from '../../../../app/steam/enums.ts';
import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { stretchText } from '../simulated-time.ts';

export interface PlayTimeFactsProps {
  readonly playTime: SimulatedWorld['playTime'];
  /** Whether the rules hold for the account. */
  readonly isApplicable: boolean;
  /** Simulated milliseconds since the figures were told. */
  readonly sinceMs: number;
}

/** Play time of the account that is logged in, as duration control counts it. */
export function PlayTimeFacts({ playTime, isApplicable, sinceMs }: PlayTimeFactsProps) {
  const more = playTime.isCounting ? sinceMs / 1000 : 0;
  return (
    <Section title="Play time">
      <Facts
        items={[
          {
            label: 'Rules',
            value: isApplicable ? 'in force' : 'not in force',
            note: playTime.isCounting ? 'time is counted' : 'time is not counted',
          },
          { label: 'Online state', value: describeEnum('EDurationControlOnlineState', playTime.onlineState) },
          { label: 'In a row', value: stretchText(playTime.secondsLast5Hours + more) },
          { label: 'Today', value: stretchText(playTime.secondsToday + more) },
          {
            label: 'Remaining',
            value: isApplicable ? stretchText(playTime.secondsRemaining - more) : undefined,
          },
          { label: 'Progress', value: describeEnum('EDurationControlProgress', playTime.progress) },
        ]}
      />
    </Section>
  );
}
