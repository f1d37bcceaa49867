import { enumMember } from '../../../app/steam/enums.ts';
import { tellOnlineState, useDuration } from '../../stores/duration.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './duration.module.css';

const options = [
  { value: '1', label: 'Offline' },
  { value: '2', label: 'Online' },
  { value: '3', label: 'Online, high priority' },
] as const;

const meanings: Readonly<Record<number, string>> = {
  1: 'Played offline: Steam need not count this time, and can interrupt at any moment.',
  2: 'Played online: time counts. Steam may ask the game to end at any moment.',
  3: 'A match is running that an interruption would spoil for others: Steam waits, for a while, with asking to end.',
};

/** Tells Steam whether play is online, and shows whether Steam took it. */
export function OnlineSection({ isConnected }: { readonly isConnected: boolean }) {
  const { onlineState, heldState } = useDuration();
  const tell = useCommand(tellOnlineState);
  const held: (typeof options)[number]['value'] | 'none' =
    options.find(({ value }) => Number(value) === heldState)?.value ?? 'none';
  return (
    <Section title="Online state" note="What the game tells Steam of its play">
      <div className={styles['online']}>
        <SegmentedControl
          label="Online state"
          isLabelHidden
          value={held}
          options={options}
          disabled={!isConnected}
          onChange={(value) => void tell.run(Number(value))}
        />
        <p className={styles['sentence']}>
          {heldState === undefined
            ? 'Nothing is told yet: Steam takes play to be online.'
            : (meanings[heldState] ?? '')}
        </p>
        {onlineState !== undefined && (
          <p className={styles['answer']} role="status">
            <Lamp
              state={onlineState.isTaken ? 'on' : 'fault'}
              label={onlineState.isTaken ? 'Taken by Steam' : 'Not taken'}
            />
            <span className={styles['faint']}>
              {onlineState.state}{' '}
              {enumMember('EDurationControlOnlineState', onlineState.state)?.name ?? '(unknown)'},{' '}
              <RelativeTime at={onlineState.at} />
            </span>
          </p>
        )}
        {tell.failure !== undefined && <FailureNote failure={tell.failure} onDismiss={tell.dismiss} />}
      </div>
    </Section>
  );
}
