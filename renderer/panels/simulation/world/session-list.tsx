import { describeEnum } from '../../../../app/steam/enums.ts';
import type { SimulatedAccount, SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { Section } from '../../../ui/section.tsx';
import { Tag, type TagTone } from '../../../ui/tag.tsx';
import { nameOf } from '../enum-options.ts';
import { stretchText } from '../simulated-time.ts';
import styles from '../simulation.module.css';

type Session = SimulatedWorld['sessions'][number];

const tones: Record<Session['state'], TagTone> = { waiting: 'warning', verified: 'good', refused: 'fault' };

export interface SessionListProps {
  readonly sessions: readonly Session[];
  readonly accounts: readonly SimulatedAccount[];
  /** Simulated time. */
  readonly now: number;
}

/** Auth sessions that nobody has ended, of the user and of other players. */
export function SessionList({ sessions, accounts, now }: SessionListProps) {
  return (
    <Section title={`Open sessions: ${sessions.length}`} isFlush>
      {sessions.length === 0 ? (
        <p className={styles['nothing']}>Nobody checks a ticket.</p>
      ) : (
        <ul className={styles['list']} aria-label="Open sessions, oldest first">
          {sessions.map((session) => (
            <li
              key={`${session.verifierId} ${session.steamId} ${session.beganAt}`}
              className={styles['listRow']}
            >
              <Tag tone={tones[session.state]}>{session.state}</Tag>
              <span>
                {nameOf(accounts, session.verifierId)} checks {nameOf(accounts, session.steamId)}
              </span>
              <span className={styles['rowNote']}>
                app {session.appId}, {stretchText((now - session.beganAt) / 1000)}
                {session.response !== undefined &&
                  `, ${describeEnum('EAuthSessionResponse', session.response)}`}
                {session.ownerId !== undefined &&
                  session.ownerId !== session.steamId &&
                  `, game of ${nameOf(accounts, session.ownerId)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
